//! The problem type that a problem is sent with.

use crate::shared::status;
use crate::shared::type_uri::ABOUT_BLANK;
use http::StatusCode;

/// A problem type: its URI, its title and its status code (RFC 9457, sections 3.1 and 4).
///
/// # Examples
///
/// ```
/// use http::StatusCode;
/// use problem_core::ProblemType;
///
/// let gone = ProblemType::new(StatusCode::GONE, "/problems/expired", "Secret Expired");
/// assert_eq!(gone.status(), StatusCode::GONE);
/// assert_eq!(gone.type_uri(), "/problems/expired");
/// assert_eq!(gone.title(), "Secret Expired");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ProblemType<'a> {
    status: StatusCode,
    type_uri: &'a str,
    title: &'a str,
    /// The three members as [`json::body`](crate::write::json::body) would write them, including the opening brace.
    /// `None` unless the derive precomputed them.
    json: Option<&'static str>,
}

impl<'a> ProblemType<'a> {
    /// Returns a problem type with the given members.
    ///
    /// `type_uri` is a URI reference and is sent as it is.
    /// A status code below 400 or above 599 is not an error and becomes 500.
    /// Otherwise, clients would take the response for a success.
    #[must_use]
    pub const fn new(status: StatusCode, type_uri: &'a str, title: &'a str) -> Self {
        Self { status: error_status(status), type_uri, title, json: None }
    }

    /// Returns the type `about:blank`, which says nothing beyond the status code (RFC 9457, section 4.2.1).
    ///
    /// Its title is the registered phrase of the status code.
    /// A status code below 400 or above 599 becomes 500.
    ///
    /// # Examples
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::ProblemType;
    ///
    /// let too_large = ProblemType::about_blank(StatusCode::PAYLOAD_TOO_LARGE);
    /// assert_eq!(too_large.title(), "Content Too Large");
    /// ```
    #[must_use]
    pub fn about_blank(status: StatusCode) -> Self {
        let status = error_status(status);
        Self::new(status, ABOUT_BLANK, status::phrase(status.as_u16()))
    }

    /// Returns the status code, from 400 to 599.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the URI reference that identifies the type, or `about:blank` if the problem has no type of its own.
    #[must_use]
    pub const fn type_uri(&self) -> &'a str {
        self.type_uri
    }

    /// Returns the human-readable name of the type, which is the same for every occurrence.
    #[must_use]
    pub const fn title(&self) -> &'a str {
        self.title
    }

    /// Returns a type whose members the derive has already written as JSON.
    pub(crate) const fn precomputed(
        code: u16,
        type_uri: &'a str,
        title: &'a str,
        json: &'static str,
    ) -> Self {
        let status = match StatusCode::from_u16(code) {
            Ok(status) => status,
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self { status, type_uri, title, json: Some(json) }
    }

    pub(crate) const fn json(&self) -> Option<&'static str> {
        self.json
    }
}

const fn error_status(status: StatusCode) -> StatusCode {
    if status::is_error(status.as_u16()) { status } else { StatusCode::INTERNAL_SERVER_ERROR }
}
