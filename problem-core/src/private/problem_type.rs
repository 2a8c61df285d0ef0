//! The problem type of an occurrence, which is a literal or takes its status code from a field.

use crate::ProblemType;
use http::StatusCode;

/// Returns a problem type that consists of literals. `json` holds its three members.
pub const fn literal_type(
    code: u16,
    type_uri: &'static str,
    title: &'static str,
    json: &'static str,
) -> ProblemType<'static> {
    ProblemType::precomputed(code, type_uri, title, json)
}

/// Returns a problem type with the status code of a field. Without a `title`, the title is the phrase of that code.
pub fn type_with_status<'a, T: StatusField>(
    status: &T,
    type_uri: &'a str,
    title: Option<&'a str>,
) -> ProblemType<'a> {
    let status = status.status();
    ProblemType::new(status, type_uri, title.unwrap_or(ProblemType::about_blank(status).title()))
}

/// A type that a `status` field can have.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the status of a problem",
    label = "expected `http::StatusCode` or `u16`",
    note = "for any other type, name a method; for the `StatusCode` of http 0.2, \
            `#[problem(status = StatusCode::as_u16)]`"
)]
pub trait StatusField {
    fn status(&self) -> StatusCode;
}

impl StatusField for StatusCode {
    fn status(&self) -> StatusCode {
        *self
    }
}

impl StatusField for u16 {
    fn status(&self) -> StatusCode {
        StatusCode::from_u16(*self).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl<T: StatusField> StatusField for &T {
    fn status(&self) -> StatusCode {
        (**self).status()
    }
}
