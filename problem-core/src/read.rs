//! The reader: from JSON or a response to [`ProblemDetails`], by the rules that RFC 9457 has for consumers.

mod error;
mod name;
mod out_of_range;
mod private_names;
mod scalar;
mod tokens;
mod visitor;

pub use self::error::ReadError;
pub(crate) use self::name::NameSeed;
pub(crate) use self::scalar::ScalarSeed;

use crate::ProblemDetails;
use crate::media_type::is_problem;
use http::Response;
use http::header::{CONTENT_TYPE, HeaderMap};
use serde::de::Error;
use std::borrow::Cow;

impl ProblemDetails {
    /// Reads a problem details object from JSON (RFC 9457, section 3.1).
    ///
    /// No member is required, and `{}` is a problem of the type `about:blank`.
    /// A standard member of the wrong JSON type is ignored as if it were absent, and so is a `status` that is no
    /// integer from 100 to 599; all else is read.
    /// The type is kept byte for byte, members that are not known are kept as extension members, and of several
    /// members with one name the last is kept.
    /// An extension member that holds a number beyond the range of `f64` has `null` in its place, unless serde_json's
    /// feature `arbitrary_precision` is on, and a name within one that serde_json has for itself,
    /// `$serde_json::private::` and so on, begins with `_` instead.
    ///
    /// # Errors
    ///
    /// When the text is no JSON, is something other than an object, or has an extension member that is nested more than
    /// 126 levels deep.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::{ProblemDetails, ReadError};
    ///
    /// let details = ProblemDetails::from_json(br#"{"type":"/probs/out-of-credit","title":42,"balance":30}"#)?;
    /// assert_eq!(details.type_uri(), "/probs/out-of-credit");
    /// assert_eq!(details.title(), None);
    /// assert_eq!(details.extension("balance"), Some(30));
    ///
    /// assert!(matches!(ProblemDetails::from_json(b"[]"), Err(ReadError::NotAnObject)));
    /// # Ok::<(), ReadError>(())
    /// ```
    pub fn from_json(json: &[u8]) -> Result<Self, ReadError> {
        from_text(&text(json)?)
    }

    /// Reads the problem that a response holds.
    ///
    /// The body is read as by [`from_json`](Self::from_json) if its media type is `application/problem+json`, in any
    /// case and with any parameters.
    /// A status code that the body lacks is that of the response; where the two differ, see
    /// [`status_mismatch`](Self::status_mismatch).
    /// The header fields stay at hand in [`headers`](Self::headers).
    ///
    /// Nothing is fetched: no type is looked up.
    ///
    /// # Errors
    ///
    /// When the response has another media type or none, or as for [`from_json`](Self::from_json).
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::ProblemDetails;
    ///
    /// let response = http::Response::builder()
    ///     .status(503)
    ///     .header("content-type", "application/problem+json")
    ///     .header("retry-after", "120")
    ///     .body(r#"{"detail":"Down for maintenance."}"#)?;
    /// let details = ProblemDetails::from_response(&response)?;
    /// assert_eq!(details.status(), Some(http::StatusCode::SERVICE_UNAVAILABLE));
    /// assert_eq!(details.headers()["retry-after"], "120");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_response(response: &Response<impl AsRef<[u8]>>) -> Result<Self, ReadError> {
        check_media_type(response.headers())?;
        let details = Self::from_json(response.body().as_ref())?;
        Ok(details.received(response.status(), response.headers().clone()))
    }
}

/// Reads what [`text`] has made of a body.
pub(crate) fn from_text(json: &str) -> Result<ProblemDetails, ReadError> {
    serde_json::from_str(json).or_else(|error| match out_of_range::replaced_by_null(json) {
        Some(json) => serde_json::from_str(&json).map_err(ReadError::from_json),
        None => Err(ReadError::from_json(error)),
    })
}

/// Whether a response holds a problem, by its media type alone.
pub(crate) fn check_media_type(headers: &HeaderMap) -> Result<(), ReadError> {
    match headers.get(CONTENT_TYPE) {
        Some(content_type) if is_problem(content_type.as_bytes()) => Ok(()),
        content_type => Err(ReadError::MediaType(content_type.cloned())),
    }
}

/// What serde_json is given to read: UTF-8 without a byte order mark, which it refuses (RFC 8259, section 8.1), and
/// without names that it has for itself.
pub(crate) fn text(json: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    let text =
        std::str::from_utf8(json).map_err(|error| ReadError::Json(serde_json::Error::custom(error)))?;
    Ok(private_names::disarmed(text).map_or(Cow::Borrowed(text), Cow::Owned))
}
