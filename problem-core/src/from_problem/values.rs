//! The fields that are not extension members, and the one that holds any other problem.

#![allow(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "only expansions call these, and their rules stand in the docs of the derive"
)]

use crate::ProblemDetails;
use http::StatusCode;
use std::marker::PhantomData;
use std::str::FromStr;

/// A field to be read from a text that may be absent.
///
/// `Wanted::<T>::new().__read(text)` finds the inherent method where `T` is an `Option`, and that of the trait on all
/// else, so that an alias of `Option` counts as one.
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

/// What a field can be that is read from a header field or from `instance`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from text",
    label = "the trait `FromStr` is not implemented for this type"
)]
pub trait ReadText: FromStr {}

// Without this the error would be about `FromStr`, and would not say what for.
#[diagnostic::do_not_recommend]
impl<T: FromStr> ReadText for T {}

/// What a `status` field can be read as.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from the status of a problem",
    label = "expected `http::StatusCode`"
)]
pub trait ReadStatus: Sized {
    fn read(status: Option<StatusCode>) -> Option<Self>;
}

impl ReadStatus for StatusCode {
    fn read(status: Option<StatusCode>) -> Option<Self> {
        status
    }
}

/// Returns the value of a field, or its default; it is a function of its own so that rustc points at the type.
pub fn or_default<T: Default>(value: Option<T>) -> T {
    value.unwrap_or_default()
}

/// Converts any other problem to the type of the field that holds it.
pub fn hold_details<T: HoldsDetails>(details: ProblemDetails) -> T {
    details.into()
}

/// What a field can be under `other`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold whatever problem comes",
    label = "expected `ProblemDetails` or `Box<ProblemDetails>`"
)]
pub trait HoldsDetails: From<ProblemDetails> {}

impl HoldsDetails for ProblemDetails {}
impl HoldsDetails for Box<ProblemDetails> {}
