//! All that an expansion of the derive names, and nothing a person should.

#![allow(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "only expansions call these, and their rules stand at the methods of `Problem`"
)]

pub use core::convert::{From, TryFrom};
pub use core::default::Default;
pub use core::fmt::{Binary, LowerExp, LowerHex, Octal, Pointer, UpperExp, UpperHex};
pub use core::fmt::{Debug, Display, Formatter, Result as FmtResult};
pub use core::marker::{Send, Sized, Sync};
pub use core::option::Option;
pub use core::result::Result;
pub use core::{format_args, unreachable};
pub use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
pub use serde::Serialize;
pub use std::error::Error;

pub use self::header::{
    RequiredHeader, append_challenge, append_header, append_required_header, append_static_header,
};
pub use self::instance::{PercentEncoding, write_reference};
pub use self::optional::{Given, Maybe};
pub use crate::from_problem::{
    AnyProblem, Attempts, Field, Key, ReadMember, ReadStatus, ReadText, Required, Source, Wanted,
    any_problem, inner, or_default, own,
};
pub use crate::retry_after::{ReadRetryAfter, RetryAfter, append_retry_after};
pub use crate::write::json::Constant;

mod header;
mod instance;
mod optional;

use crate::shared::status;
use crate::{Members, ProblemType};
use std::rc::Rc;
use std::sync::Arc;

/// A problem type that is a literal as a whole; `json` holds its three members.
pub const fn literal_type(
    code: u16,
    type_uri: &'static str,
    title: &'static str,
    json: &'static str,
) -> ProblemType<'static> {
    ProblemType::precomputed(code, type_uri, title, json)
}

/// A problem type whose status code is in a field; without a `title` it is the phrase of that code.
pub fn type_of_field<'a, T: StatusField>(
    status: &T,
    type_uri: &'a str,
    title: Option<&'a str>,
) -> ProblemType<'a> {
    let status = status.status();
    ProblemType::new(status, type_uri, title.unwrap_or(ProblemType::about_blank(status).title()))
}

/// What a `status` field can be.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the status of a problem",
    label = "expected `http::StatusCode`"
)]
pub trait StatusField {
    fn status(&self) -> StatusCode;
}

impl StatusField for StatusCode {
    fn status(&self) -> StatusCode {
        *self
    }
}

impl<T: StatusField> StatusField for &T {
    fn status(&self) -> StatusCode {
        (**self).status()
    }
}

/// Writes the standard sentence of a status code.
pub fn write_standard_detail(f: &mut Formatter<'_>, status: StatusCode) -> FmtResult {
    f.write_str(status::sentence(status.as_u16()))
}

/// A width or precision, held to the greatest that formatting takes without a panic.
pub fn count<T: Count>(count: &T) -> usize {
    count.count().min(usize::from(u16::MAX))
}

/// What a width or precision can be.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a width or precision",
    label = "a field before `$` is a `usize`"
)]
pub trait Count {
    fn count(&self) -> usize;
}

impl Count for usize {
    fn count(&self) -> usize {
        *self
    }
}

macro_rules! pointer_to_count {
    ($($pointer:ty),*) => {$(
        impl<T: Count + ?Sized> Count for $pointer {
            fn count(&self) -> usize {
                (**self).count()
            }
        }
    )*};
}

pointer_to_count!(&T, &mut T, Box<T>, Rc<T>, Arc<T>);

/// Writes an extension member whose `,"name":` is `key`.
pub fn member<T: ExtensionMember + ?Sized>(members: &mut Members<'_>, key: &str, value: &T) {
    members.declared(key, value);
}

/// What a field under `extension` or `flatten` can be.
#[diagnostic::on_unimplemented(
    message = "an extension member of type `{Self}` cannot be serialised",
    label = "the trait `serde::Serialize` is not implemented for this type",
    note = "for a type of your own, add `#[derive(serde::Serialize)]`",
    note = "for a type of another crate, see whether that crate has a feature for serde"
)]
pub trait ExtensionMember: Serialize {}

// Without this the error would be serde's, about a trait bound, and would not name the extension member.
#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> ExtensionMember for T {}

/// Writes the entries of `value` but for those that bear a declared name.
pub fn flatten<T: ExtensionMember + ?Sized>(members: &mut Members<'_>, value: &T, declared: &[&str]) {
    members.flatten_around(value, declared);
}
