//! Why something cannot be read.

use crate::format::media_type;
use http::HeaderValue;
use std::error::Error;
use std::fmt;

/// Why something is not a problem details object.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// The media type is not one of those of problems; holds the `Content-Type`, if there is one.
    MediaType(Option<HeaderValue>),
    /// The text is not JSON, or is nested too deep.
    Json(serde_json::Error),
    /// The text is no XML or beyond a limit of [`from_xml`](crate::ProblemDetails::from_xml), or it is XML of something
    /// other than a problem.
    #[cfg(feature = "xml")]
    Xml(Box<dyn Error + Send + Sync>),
    /// The text is JSON, and something other than an object.
    NotAnObject,
    /// The body has more bytes than may be read; holds how many may.
    TooLong(usize),
    /// The body broke off.
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
            Self::MediaType(None) => f.write_str("there is no content type"),
            Self::Json(_) => f.write_str("the body cannot be read as JSON"),
            #[cfg(feature = "xml")]
            Self::Xml(_) => f.write_str("the body cannot be read as the XML of a problem"),
            Self::NotAnObject => f.write_str("the body is JSON, but no object"),
            Self::TooLong(limit) => write!(f, "the body is longer than {limit} bytes"),
            Self::Incomplete(_) => f.write_str("the body broke off"),
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
            Self::MediaType(_) | Self::NotAnObject | Self::TooLong(_) => None,
        }
    }
}

impl ReadError {
    /// Makes the error of reading details: the only thing that can be wrong with the data is that it is not an object.
    pub(super) fn from_json(error: serde_json::Error) -> Self {
        if error.is_data() { Self::NotAnObject } else { Self::Json(error) }
    }
}
