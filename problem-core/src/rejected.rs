//! Requests that a framework rejected.

use crate::shared::status::{is_error, phrase, sentence};
use crate::validation::{FieldError, FieldErrors};
use crate::write::occurrence::to_text;
use crate::{Members, Problem, ProblemType};
use http::StatusCode;
use std::error::Error;
use std::fmt;

/// A request that a framework rejected, before a handler could return an error of its own.
///
/// It has the status code of the framework, and the type `about:blank`.
/// For a 4xx, the detail is the framework's text; the text of a 5xx is never sent.
/// If a body in JSON does not fit the expected type, the detail is the standard sentence, and the member `errors` says
/// where and why.
///
/// `Display` and `source()` pass on those of the framework's error, for your log.
///
/// # Examples
///
/// ```
/// use http::StatusCode;
/// use problem_core::Problem;
/// use problem_core::axum_08::Rejected;
///
/// let rejected = Rejected::new(StatusCode::BAD_REQUEST, "the header field `x-shard` is missing");
/// assert_eq!(rejected.to_details().detail(), Some("the header field `x-shard` is missing"));
/// ```
pub struct Rejected(
    // Boxed, since a `Result` with it is moved a lot.
    Box<Rejection>,
);

struct Rejection {
    status: StatusCode,
    error: Option<Box<dyn Error + Send + Sync>>,
    detail: Option<String>,
    errors: FieldErrors,
}

impl Rejected {
    /// Creates a rejection with the status code and the error of the framework.
    ///
    /// A status code that is not from 400 to 599 becomes 500.
    #[must_use]
    pub fn new(status: StatusCode, error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        let error = error.into();
        let mut rejected = Self::unexplained(status);
        rejected.0.detail = if rejected.0.status.is_client_error() { to_text(&error) } else { None };
        rejected.0.error = Some(error);
        rejected
    }

    /// Creates a rejection without an error. The detail is the standard sentence of the status code.
    pub(crate) fn unexplained(status: StatusCode) -> Self {
        let status = if is_error(status.as_u16()) { status } else { StatusCode::INTERNAL_SERVER_ERROR };
        Self(Box::new(Rejection { status, error: None, detail: None, errors: FieldErrors::default() }))
    }

    /// Creates a rejection with the framework's text, if there is one.
    pub(crate) fn from_text(status: StatusCode, text: Option<String>) -> Self {
        match text {
            Some(text) => Self::new(status, text),
            None => Self::unexplained(status),
        }
    }

    /// Returns the errors in fields of the request. The list is empty if the framework does not say where they are.
    #[must_use]
    pub fn errors(&self) -> &FieldErrors {
        &self.0.errors
    }

    /// Replaces the framework's text with the standard sentence of the status code.
    pub(crate) fn without_detail(mut self) -> Self {
        self.0.detail = None;
        self
    }

    /// Returns a copy for the client, without the framework's texts.
    pub(crate) fn terse(&self) -> Self {
        let errors = self.errors().iter().map(FieldError::terse).collect();
        Self::unexplained(self.0.status).with_errors(errors)
    }

    pub(crate) fn with_errors(mut self, errors: FieldErrors) -> Self {
        self.0.errors = errors;
        self
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.error {
            Some(error) => fmt::Display::fmt(error, f),
            None => f.write_str(phrase(self.0.status.as_u16())),
        }
    }
}

impl fmt::Debug for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rejected = f.debug_struct("Rejected");
        rejected.field("status", &self.0.status);
        if let Some(error) = &self.0.error {
            rejected.field("error", error);
        }
        rejected.finish()
    }
}

impl Error for Rejected {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.error.as_ref()?.source()
    }
}

impl Problem for Rejected {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::about_blank(self.0.status)
    }

    fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.detail {
            Some(detail) => f.write_str(detail),
            None => f.write_str(sentence(self.0.status.as_u16())),
        }
    }

    fn write_extensions(&self, members: &mut Members<'_>) {
        if !self.0.errors.is_empty() {
            members.member("errors", &self.0.errors);
        }
    }
}
