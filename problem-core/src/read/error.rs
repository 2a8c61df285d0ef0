//! [`ReadError`].

use crate::format::media_type;
use http::HeaderValue;
use std::error::Error;
use std::fmt;

/// An error from reading a problem details object.
///
/// It is returned by [`ProblemDetails::from_json`](crate::ProblemDetails::from_json),
/// [`ProblemDetails::from_response`](crate::ProblemDetails::from_response) and the methods of
/// [`FromProblem`](crate::FromProblem), and it is part of
/// [`CallError::NoProblem`](crate::client::CallError::NoProblem).
///
/// # Examples
///
/// ```
/// use http::Response;
/// use problem_core::{ProblemDetails, ReadError};
///
/// fn describe(response: &Response<&str>) -> String {
///     match ProblemDetails::from_response(response) {
///         Ok(details) => details.to_string(),
///         // Not a problem, such as the error page of a proxy.
///         Err(ReadError::MediaType(_)) => response.status().to_string(),
///         Err(error) => format!("malformed problem: {error}"),
///     }
/// }
///
/// let page = Response::builder().status(502).header("content-type", "text/html");
/// let page = page.body("<h1>Bad Gateway</h1>")?;
/// assert_eq!(describe(&page), "502 Bad Gateway");
///
/// let array = Response::builder().status(500).header("content-type", "application/problem+json");
/// let array = array.body("[]")?;
/// assert_eq!(describe(&array), "malformed problem: the body is JSON but not an object");
/// # Ok::<(), http::Error>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// The media type is not that of a problem; holds the `Content-Type`, if there is one.
    MediaType(Option<HeaderValue>),
    /// The text is not JSON, or is nested too deep.
    Json(serde_json::Error),
    /// The text is not XML, is not a problem, or exceeds a limit of [`from_xml`](crate::ProblemDetails::from_xml).
    #[cfg(feature = "xml")]
    Xml(Box<dyn Error + Send + Sync>),
    /// The text is JSON but not an object.
    NotAnObject,
    /// The body of the response is empty, as in the response to a HEAD request (RFC 9110, section 9.3.2).
    Empty,
    /// The body is longer than the limit; holds the limit in bytes.
    TooLong(usize),
    /// The body ended early; holds the cause.
    Incomplete(Box<dyn Error + Send + Sync>),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MediaType(Some(content_type)) => {
                let content_type = String::from_utf8_lossy(content_type.as_bytes());
                write!(f, "the content type is {content_type:?}, not {:?}", media_type::PROBLEM_JSON)?;
                #[cfg(feature = "xml")]
                write!(f, " or {:?}", media_type::PROBLEM_XML)?;
                Ok(())
            }
            Self::MediaType(None) => f.write_str("the response has no content type"),
            Self::Json(_) => f.write_str("the body cannot be read as JSON"),
            #[cfg(feature = "xml")]
            Self::Xml(_) => f.write_str("the body cannot be read as a problem in XML"),
            Self::NotAnObject => f.write_str("the body is JSON but not an object"),
            Self::Empty => f.write_str("the body is empty, as in the response to a HEAD request"),
            Self::TooLong(limit) => write!(f, "the body is longer than {limit} bytes"),
            Self::Incomplete(_) => f.write_str("the body ended early"),
        }
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Json(error) => Some(error),
            #[cfg(feature = "xml")]
            Self::Xml(error) => Some(&**error),
            Self::Incomplete(error) => Some(&**error),
            Self::MediaType(_) | Self::NotAnObject | Self::Empty | Self::TooLong(_) => None,
        }
    }
}

impl ReadError {
    /// Converts an error of serde_json.
    ///
    /// An error about the data, and not the syntax, can only mean that the text is not an object.
    pub(super) fn from_json(error: serde_json::Error) -> Self {
        if error.is_data() { Self::NotAnObject } else { Self::Json(error) }
    }
}
