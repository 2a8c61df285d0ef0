//! Reads the fields that are not extension members, and the field that holds any other problem.

#![allow(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "only expansions call these, and the docs of the derive describe their rules"
)]

use crate::ProblemDetails;
use http::StatusCode;
use std::marker::PhantomData;
use std::str::FromStr;

/// A field that is read from a text, which may be absent.
///
/// `Wanted::<T>::new().__read(text)` calls the inherent method if `T` is an `Option`, and the method of the trait
/// [`Required`] otherwise. In this way an alias of `Option` counts as an `Option`.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<T>(PhantomData<fn() -> T>);

impl<T> Wanted<T> {
    #[must_use]
    #[allow(clippy::new_without_default, reason = "an expansion has no use for it")]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T> Wanted<Option<T>> {
    #[must_use]
    pub fn __read(self, text: Option<&str>) -> Option<Option<T>>
    where
        T: ReadText,
    {
        Some(text.and_then(|text| text.parse().ok()))
    }
}

pub trait Required {
    type Value;

    fn __read(self, text: Option<&str>) -> Option<Self::Value>
    where
        Self::Value: ReadText;
}

impl<T> Required for Wanted<T> {
    type Value = T;

    fn __read(self, text: Option<&str>) -> Option<T>
    where
        T: ReadText,
    {
        text?.parse().ok()
    }
}

/// A type that can be read from a header field or from `instance`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from text",
    label = "the trait `FromStr` is not implemented for this type"
)]
pub trait ReadText: FromStr {}

// Without this attribute, the error would be about `FromStr` and would not say why the impl is needed.
#[diagnostic::do_not_recommend]
impl<T: FromStr> ReadText for T {}

/// A type that a `status` field can be read as.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from the status of a problem",
    label = "expected `http::StatusCode` or `u16`"
)]
pub trait ReadStatus: Sized {
    fn read(status: Option<StatusCode>) -> Option<Self>;
}

impl ReadStatus for StatusCode {
    fn read(status: Option<StatusCode>) -> Option<Self> {
        status
    }
}

impl ReadStatus for u16 {
    fn read(status: Option<StatusCode>) -> Option<Self> {
        status.map(|status| status.as_u16())
    }
}

/// Returns the value of a field, or its default.
///
/// It is a separate function so that rustc reports a missing `Default` at the type of the field.
pub fn or_default<T: Default>(value: Option<T>) -> T {
    value.unwrap_or_default()
}

/// Converts an unmatched problem to the type of the field that holds it.
pub fn hold_details<T: HoldsDetails>(details: ProblemDetails) -> T {
    details.into()
}

/// A type that a field under `other` can have.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold an arbitrary problem",
    label = "expected `ProblemDetails` or `Box<ProblemDetails>`"
)]
pub trait HoldsDetails: From<ProblemDetails> {}

impl HoldsDetails for ProblemDetails {}
impl HoldsDetails for Box<ProblemDetails> {}
