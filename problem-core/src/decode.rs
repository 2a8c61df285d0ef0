//! From a problem to the typed error: what the expansion of `FromProblem` is made of.

#![allow(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "only expansions call these, and their rules stand in the docs of the derive"
)]

mod fields;
mod flatten;
mod head;
mod members;
mod source;
#[cfg(feature = "xml")]
pub(crate) mod untyped;
mod values;

pub use self::fields::{Field, ReadMember};
pub use self::source::{Key, Source};
pub use self::values::{
    AnyProblem, ReadRetryAfter, ReadStatus, ReadText, Required, Wanted, any_problem, or_default,
};

use crate::media_type::Syntax;
#[cfg(feature = "xml")]
use crate::read::from_xml;
use crate::read::{from_text, syntax, text};
use crate::{FromProblem, ProblemDetails, ReadError, uri};
use http::Response;

pub(crate) fn from_json<T: FromProblem>(json: &[u8]) -> Result<Result<T, ProblemDetails>, ReadError> {
    let text = text(json)?;
    match Source::json(&text, None, None).and_then(|source| T::__from_source(&source)) {
        Some(error) => Ok(Ok(error)),
        None => Ok(T::from_problem(from_text(&text)?)),
    }
}

/// A response, read until its error is known or has to be looked for in the details.
pub(crate) enum Reading<T> {
    Error(T),
    Details(ProblemDetails),
}

/// Reads a response that came from the URL `base`, if that is known.
pub(crate) fn from_response<T: FromProblem>(
    response: &Response<impl AsRef<[u8]>>,
    base: Option<&str>,
) -> Result<Reading<T>, ReadError> {
    let (status, headers, body) = (response.status(), response.headers(), response.body().as_ref());
    let details = match syntax(headers)? {
        Syntax::Json => {
            let text = text(body)?;
            let base = base.and_then(uri::base);
            let source = Source::json(&text, Some((status, headers)), base.as_deref());
            if let Some(error) = source.and_then(|source| T::__from_source(&source)) {
                return Ok(Reading::Error(error));
            }
            from_text(&text)?
        }
        #[cfg(feature = "xml")]
        Syntax::Xml => from_xml(headers, body)?,
    };
    Ok(Reading::Details(details.received(status, headers.clone())))
}

/// The error that the details tell of, if it is one of the type's own.
pub fn own<T: FromProblem>(details: ProblemDetails) -> Result<T, ProblemDetails> {
    T::__from_source(&Source::details(&details)).ok_or(details)
}

/// The error that the details tell of, within another.
pub fn inner<T: FromProblem>(details: ProblemDetails, attempts: &mut Attempts) -> Result<T, ProblemDetails> {
    if attempts.depth == 0 || attempts.left == 0 {
        return Err(details);
    }
    attempts.depth -= 1;
    attempts.left -= 1;
    let result = T::__from_inner(details, attempts);
    attempts.depth += 1;
    result
}

/// How many more errors may be tried, so that a type that holds itself comes to an end.
#[derive(Debug)]
pub struct Attempts {
    /// Within one another.
    depth: u8,
    /// In all.
    left: u16,
}

impl Attempts {
    #[allow(clippy::new_without_default, reason = "an expansion has no use for it")]
    pub const fn new() -> Self {
        Self { depth: 32, left: u16::MAX }
    }
}
