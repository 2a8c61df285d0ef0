//! A problem type, as a problem is sent with it.

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
    /// The three members as [`json::body`](crate::write::json::body) would write them, the opening brace included.
    json: Option<&'static str>,
}

impl<'a> ProblemType<'a> {
    /// Returns a problem type.
    ///
    /// `type_uri` is a URI reference and goes out as it is.
    /// A status code that is not an error, below 400 or above 599, becomes 500: an answer that says what went wrong and
    /// counts as a success would be taken for one.
    #[must_use]
    pub const fn new(status: StatusCode, type_uri: &'a str, title: &'a str) -> Self {
        Self { status: error_status(status), type_uri, title, json: None }
    }

    /// Returns the type `about:blank`: nothing is known beyond the status code (RFC 9457, section 4.2.1).
    ///
    /// Its title is the phrase of the status code.
    ///
    /// ```
    /// use http::StatusCode;
    /// use problem_core::ProblemType;
    ///
    /// assert_eq!(ProblemType::about_blank(StatusCode::PAYLOAD_TOO_LARGE).title(), "Content Too Large");
    /// ```
    #[must_use]
    pub fn about_blank(status: StatusCode) -> Self {
        let status = error_status(status);
        Self::new(status, ABOUT_BLANK, status::phrase(status.as_u16()))
    }

    /// Returns the status code, 400 to 599.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the URI reference that identifies the type; `about:blank` if it has none of its own.
    #[must_use]
    pub const fn type_uri(&self) -> &'a str {
        self.type_uri
    }

    /// Returns what the type is called, for people; the same for every occurrence.
    #[must_use]
    pub const fn title(&self) -> &'a str {
        self.title
    }

    /// Returns a type whose members the derive has written as JSON.
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
