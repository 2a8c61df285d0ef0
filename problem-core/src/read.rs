//! Reads [`ProblemDetails`] from JSON, XML or a response, by the rules of RFC 9457 for consumers.

mod error;
pub(crate) mod member;
pub(crate) mod places;
pub(crate) mod sanitize;
mod visitor;
#[cfg(feature = "xml")]
mod xml;

pub use self::error::ReadError;

use self::places::Places;
use self::sanitize::{disarm_private_names, replace_unrepresentable};
use crate::ProblemDetails;
use crate::format::media_type::{self, Syntax};
use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use http::{Response, StatusCode};
use serde::de::Error;
use std::borrow::Cow;
use std::sync::LazyLock;

impl ProblemDetails {
    /// Reads a problem details object from JSON (RFC 9457, section 3.1).
    ///
    /// No member is required: `{}` is a problem of type `about:blank`.
    /// A standard member of the wrong JSON type counts as absent.
    /// So does a `status` that is not an integer from 100 to 599.
    /// The type is kept byte for byte.
    /// Unknown members are kept as extension members.
    /// If several members have the same name, the last is kept.
    ///
    /// Some values that JSON allows cannot be represented:
    ///
    /// - A number outside the range of `f64` is read as `null`, unless serde_json's feature `arbitrary_precision` is
    ///   enabled.
    /// - A string with half of a surrogate pair is read as `null` (RFC 8259, section 8.2). It can come from a text that
    ///   was cut in the middle of an emoji. In the name of a member, that half becomes U+FFFD.
    /// - In a name that begins with `$serde_json::private::`, the `$` becomes `_`, because serde_json reserves these
    ///   names for itself.
    ///
    /// The guide describes [reading back](crate::guide::reading_back).
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not a JSON object, or if an extension member is nested more than 126 levels
    /// deep.
    ///
    /// # Examples
    ///
    /// ```
    /// use problem_core::{ProblemDetails, ReadError};
    ///
    /// let json = br#"{"type":"/probs/out-of-credit","title":42,"balance":30}"#;
    /// let details = ProblemDetails::from_json(json)?;
    /// assert_eq!(details.type_uri(), "/probs/out-of-credit");
    /// assert_eq!(details.title(), None);
    /// assert_eq!(details.extension("balance"), Some(30));
    ///
    /// assert!(matches!(ProblemDetails::from_json(b"[]"), Err(ReadError::NotAnObject)));
    /// # Ok::<(), ReadError>(())
    /// ```
    pub fn from_json(json: &[u8]) -> Result<Self, ReadError> {
        from_text(json_text(json)?)
    }

    /// Reads a problem details object from XML (RFC 9457, appendix B).
    ///
    /// The root element must be `problem` in the namespace `urn:ietf:rfc:7807`, with any prefix.
    /// The rules are those of [`from_json`](Self::from_json), with one exception.
    /// If there are several elements for the same standard member, the first that does not count as absent is kept,
    /// because the grammar treats later ones as extensions.
    /// If there are several elements with the same name for an extension member, the last is kept, as in JSON.
    /// They do not form an array: its items are `i` elements within one element.
    /// Elements in other namespaces, attributes, comments and processing instructions are ignored.
    ///
    /// In `type`, `status` and `instance`, white space at the ends is ignored.
    /// Within `type` and `instance`, a run of white space is read as one space.
    ///
    /// XML does not distinguish numbers from strings, or empty arrays and objects from empty strings.
    /// An extension member is therefore an array if it has only `i` elements, an object if it has other elements, and
    /// otherwise text.
    /// [`extension`](Self::extension) and typed errors read the text as their types require.
    /// This also works where serde buffers a value, as it does for `tag`, `untagged` and `flatten`.
    /// If the type does not decide what a text means, the value is refused.
    /// [Limits](crate::guide::limits#xml) describes when that happens.
    /// A type that accepts any value, such as `serde_json::Value`, gets the text itself.
    /// If you pass the problem on as JSON, these members are strings.
    ///
    /// Nothing is fetched, and no entities are resolved except the five that XML predefines.
    ///
    /// # Errors
    ///
    /// Returns an error if:
    ///
    /// - the text is not well-formed XML in UTF-8, has another root element, or has a document type declaration;
    /// - the text is longer than 1 MiB;
    /// - an element is nested more than 128 levels deep, has more than 64 attributes, or has more than 64 namespace
    ///   declarations in scope.
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
    /// let accounts = ["/account/12345", "/account/67890"].map(str::to_owned);
    /// assert_eq!(details.extension("accounts"), Some(accounts));
    /// # Ok::<(), problem_core::ReadError>(())
    /// ```
    #[cfg(feature = "xml")]
    pub fn from_xml(xml: &[u8]) -> Result<Self, ReadError> {
        xml::read(xml, None)
    }

    /// Reads a problem details object from a response (RFC 9457, section 3).
    ///
    /// A body with the media type `application/problem+json` is read like a text passed to
    /// [`from_json`](Self::from_json).
    /// With the feature `xml`, a body with the media type `application/problem+xml` is read as XML.
    /// The media type is compared without regard to case, and its parameters are ignored.
    ///
    /// If the body has no `status`, [`status`](Self::status) returns the status code of the response.
    /// If the two differ, [`status_mismatch`](Self::status_mismatch) returns `true`.
    /// [`headers`](Self::headers) returns the header fields of the response.
    ///
    /// Nothing is fetched: the type is never looked up.
    ///
    /// # Errors
    ///
    /// Returns an error if the response has another media type or none, or if the body is empty or cannot be read.
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
        from_response(response, Label::Required)
    }
}

/// Whether a body is read as a problem only if its media type says that it is one.
#[derive(Clone, Copy)]
pub(crate) enum Label {
    Required,
    /// The caller knows that the service sends problems under other media types, or without one.
    Optional,
}

/// Reads the details from a response.
pub(crate) fn from_response(
    response: &Response<impl AsRef<[u8]>>,
    label: Label,
) -> Result<ProblemDetails, ReadError> {
    let body = response.body().as_ref();
    let details = match body_syntax(response, label)? {
        Syntax::Json => ProblemDetails::from_json(body)?,
        #[cfg(feature = "xml")]
        Syntax::Xml => from_xml(response.headers(), body)?,
    };
    Ok(details.received(response.status(), response.headers().clone()))
}

/// Returns the syntax of the problem in a response, as its media type declares it.
///
/// Without a label, a body is JSON unless its media type is one of XML.
pub(crate) fn syntax(headers: &HeaderMap, label: Label) -> Result<Syntax, ReadError> {
    let content_type = headers.get(CONTENT_TYPE);
    let media_type = content_type.map(HeaderValue::as_bytes).unwrap_or_default();
    match (media_type::syntax(media_type), label) {
        (Some(syntax), _) => Ok(syntax),
        #[cfg(feature = "xml")]
        (None, Label::Optional) if media_type::is_xml(media_type) => Ok(Syntax::Xml),
        (None, Label::Optional) => Ok(Syntax::Json),
        (None, Label::Required) => Err(ReadError::MediaType(content_type.cloned())),
    }
}

/// Returns the syntax of the body of a response, after checking that there is one.
pub(crate) fn body_syntax(response: &Response<impl AsRef<[u8]>>, label: Label) -> Result<Syntax, ReadError> {
    let syntax = syntax(response.headers(), label)?;
    // Otherwise, the response to a HEAD request would be reported as a malformed problem.
    if response.body().as_ref().is_empty() { Err(ReadError::Empty) } else { Ok(syntax) }
}

/// Reads the XML body of a response with the given header fields.
#[cfg(feature = "xml")]
pub(crate) fn from_xml(headers: &HeaderMap, xml: &[u8]) -> Result<ProblemDetails, ReadError> {
    let content_type = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    xml::read(xml, content_type.and_then(media_type::charset))
}

/// The byte order mark of UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Whether serde_json keeps the digits of numbers, as its feature `arbitrary_precision` makes it do.
///
/// It then reads a fraction from text as a map if a type accepts any value. Where serde collects a value before it looks
/// at the fields, a field that is a fraction cannot be read any more. From a `Value`, a fraction is read as a number.
pub(crate) static KEEPS_DIGITS: LazyLock<bool> = LazyLock::new(|| {
    let number = serde_json::from_str("1.50").map(|number: serde_json::Number| number.to_string());
    number.is_ok_and(|text| text == "1.50")
});

/// Returns the text of a body, without a byte order mark, which serde_json rejects (RFC 8259, section 8.1).
#[inline]
pub(crate) fn json_text(json: &[u8]) -> Result<&str, ReadError> {
    let json = json.strip_prefix(BYTE_ORDER_MARK).unwrap_or(json);
    std::str::from_utf8(json).map_err(|error| ReadError::Json(serde_json::Error::custom(error)))
}

/// Reads the text of a body.
pub(crate) fn from_text(text: &str) -> Result<ProblemDetails, ReadError> {
    let mut places = Places::default();
    if places.find(text, false) { Ok(places.details(text)) } else { from_disarmed(&disarmed(text)) }
}

/// Returns a text without the names that serde_json reserves for itself.
pub(crate) fn disarmed(text: &str) -> Cow<'_, str> {
    disarm_private_names(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Reads the text that [`disarmed`] returned for a body.
pub(crate) fn from_disarmed(json: &str) -> Result<ProblemDetails, ReadError> {
    serde_json::from_str(json).or_else(|error| match replace_unrepresentable(json) {
        // A name with half of a surrogate pair could not be read before, so it may still have to be disarmed.
        Some(json) => serde_json::from_str(&disarmed(&json)).map_err(ReadError::from_json),
        None => Err(ReadError::from_json(error)),
    })
}

/// Reads a body that this crate has written and that may be sent as it is; `status` is its status code.
pub(crate) fn read_own(json: &[u8], status: StatusCode) -> ProblemDetails {
    match ProblemDetails::from_json(json) {
        Ok(details) => details.forwarding(&[]),
        // Unreachable: everything that the writer sends can be read.
        Err(_) => ProblemDetails::new(status),
    }
}
