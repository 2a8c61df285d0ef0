//! The reader: from JSON or a response to [`ProblemDetails`], by the rules of RFC 9457 for consumers.

mod error;
pub(crate) mod member;
mod sanitize;
mod visitor;
#[cfg(feature = "xml")]
mod xml;

pub use self::error::ReadError;

use self::sanitize::{disarm_private_names, replace_unrepresentable};
use crate::ProblemDetails;
use crate::format::media_type::{self, Syntax};
#[cfg(feature = "xml")]
use http::HeaderValue;
use http::header::{CONTENT_TYPE, HeaderMap};
use http::{Response, StatusCode};
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
    /// A number beyond the range of `f64` counts as `null`, unless serde_json's feature `arbitrary_precision` is on.
    /// So does a string with half of a surrogate pair, such as a text that was cut in the middle of an emoji (RFC 8259,
    /// section 8.2); in the name of a member, that half becomes U+FFFD.
    /// A name within an extension member that serde_json has for itself, `$serde_json::private::` and so on, begins with
    /// `_` instead.
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
        from_text(&json_text(json)?)
    }

    /// Reads a problem details object from XML (RFC 9457, appendix B).
    ///
    /// The root element has to be `problem` of the namespace `urn:ietf:rfc:7807`, under whatever prefix.
    /// The rules are those of [`from_json`](Self::from_json), except that of several elements for one standard member
    /// the first counts, which is the one that the grammar has.
    /// White space around `type`, `status` and `instance` is no part of them, and within it is one space.
    /// Elements of other namespaces are ignored, and so are attributes, comments and processing instructions.
    ///
    /// XML does not tell a number from a string, and it writes an empty array, an empty object and an empty string alike.
    /// So an extension member is text, an array (if there are only `i` elements within) or an object, and
    /// [`extension`](Self::extension) and typed errors make of the text what their types ask for.
    /// A type that takes anything, such as `serde_json::Value`, gets text.
    /// Sent on as JSON, these members are strings.
    ///
    /// Nothing is fetched, and no entity is resolved but the five that XML itself has.
    ///
    /// # Errors
    ///
    /// When the text is no XML in UTF-8, has another root element or a document type declaration, is longer than 1 MiB,
    /// or when an element is nested more than 128 levels deep, has more than 64 attributes or stands where more than 64
    /// namespaces are declared.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::ProblemDetails;
    ///
    /// let details = ProblemDetails::from_xml(
    ///     br#"<?xml version="1.0" encoding="UTF-8"?>
    ///     <problem xmlns="urn:ietf:rfc:7807">
    ///       <type>https://example.com/probs/out-of-credit</type>
    ///       <balance>30</balance>
    ///       <accounts>
    ///         <i>/account/12345</i>
    ///         <i>/account/67890</i>
    ///       </accounts>
    ///     </problem>"#,
    /// )?;
    /// assert_eq!(details.type_uri(), "https://example.com/probs/out-of-credit");
    /// assert_eq!(details.extension("balance"), Some(30));
    /// assert_eq!(details.extension("accounts"), Some(["/account/12345".to_owned(), "/account/67890".to_owned()]));
    /// # Ok::<(), problem_core::ReadError>(())
    /// ```
    #[cfg(feature = "xml")]
    pub fn from_xml(xml: &[u8]) -> Result<Self, ReadError> {
        xml::read(xml, None)
    }

    /// Reads the problem that a response holds.
    ///
    /// The body is read as by [`from_json`](Self::from_json) if its media type is `application/problem+json`, in any
    /// case and with any parameters, and with the feature `xml` as XML if it is `application/problem+xml`.
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
        let body = response.body().as_ref();
        let details = match syntax(response.headers())? {
            Syntax::Json => Self::from_json(body)?,
            #[cfg(feature = "xml")]
            Syntax::Xml => from_xml(response.headers(), body)?,
        };
        Ok(details.received(response.status(), response.headers().clone()))
    }
}

/// Reads the text that [`json_text`] returned for a body.
pub(crate) fn from_text(json: &str) -> Result<ProblemDetails, ReadError> {
    serde_json::from_str(json).or_else(|error| match replace_unrepresentable(json) {
        // Only now can all names be read.
        Some(json) => {
            serde_json::from_str(&disarm_private_names(&json).unwrap_or(json)).map_err(ReadError::from_json)
        }
        None => Err(ReadError::from_json(error)),
    })
}

/// Returns the syntax of the problem in a response, by its media type alone.
pub(crate) fn syntax(headers: &HeaderMap) -> Result<Syntax, ReadError> {
    let content_type = headers.get(CONTENT_TYPE);
    let syntax = content_type.and_then(|content_type| media_type::syntax(content_type.as_bytes()));
    syntax.ok_or_else(|| ReadError::MediaType(content_type.cloned()))
}

/// Reads XML that came with header fields.
#[cfg(feature = "xml")]
pub(crate) fn from_xml(headers: &HeaderMap, xml: &[u8]) -> Result<ProblemDetails, ReadError> {
    let content_type = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    xml::read(xml, content_type.and_then(media_type::charset))
}

/// The byte order mark of UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Returns the text for serde_json to read: UTF-8 without a byte order mark, which it refuses (RFC 8259, section 8.1),
/// and without the names that it reserves for itself.
pub(crate) fn json_text(json: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let json = json.strip_prefix(BYTE_ORDER_MARK).unwrap_or(json);
    let text =
        std::str::from_utf8(json).map_err(|error| ReadError::Json(serde_json::Error::custom(error)))?;
    Ok(disarm_private_names(text).map_or(Cow::Borrowed(text), Cow::Owned))
}

/// Reads a body that this crate has written, to be sent as it is; `status` is its status code.
pub(crate) fn read_own(json: &[u8], status: StatusCode) -> ProblemDetails {
    match ProblemDetails::from_json(json) {
        Ok(details) => details.forwarding(&[]),
        // The writer sends nothing that a reader cannot read, so there is always an object.
        Err(_) => ProblemDetails::new(status),
    }
}
