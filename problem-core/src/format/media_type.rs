//! The media types that problems are sent as (RFC 9457, section 3).

#[cfg(any(feature = "actix-web-4-json", feature = "axum-08-json"))]
use crate::shared::header_fields::is_token;

pub(crate) const PROBLEM_JSON: &str = "application/problem+json";

#[cfg(feature = "xml")]
pub(crate) const PROBLEM_XML: &str = "application/problem+xml";

#[cfg(feature = "html")]
pub(crate) const HTML: &str = "text/html";

#[cfg(feature = "html")]
pub(crate) const HTML_IN_UTF_8: &str = "text/html; charset=utf-8";

/// The syntax of a problem's text.
#[derive(Clone, Copy)]
pub(crate) enum Syntax {
    Json,
    #[cfg(feature = "xml")]
    Xml,
}

/// Returns the syntax that a media type or media range stands for, if it is one of the media types of problems.
///
/// The comparison ignores case and parameters (RFC 9110, section 8.3.1).
pub(crate) fn syntax(media_type: &[u8]) -> Option<Syntax> {
    let essence = essence(media_type);
    let is = |name: &str| essence.eq_ignore_ascii_case(name.as_bytes());
    if is(PROBLEM_JSON) {
        return Some(Syntax::Json);
    }
    #[cfg(feature = "xml")]
    if is(PROBLEM_XML) {
        return Some(Syntax::Xml);
    }
    None
}

/// Returns whether a media type is that of a problem in JSON.
#[cfg(feature = "tower")]
pub(crate) fn is_problem_json(media_type: &[u8]) -> bool {
    // The crate's own responses have exactly this value, and comparing the whole value is faster than splitting it.
    media_type == PROBLEM_JSON.as_bytes() || essence(media_type).eq_ignore_ascii_case(PROBLEM_JSON.as_bytes())
}

/// Returns whether a media type is one of JSON (RFC 6839, section 3.1).
#[cfg(any(feature = "actix-web-4-json", feature = "axum-08-json"))]
pub(crate) fn is_json(media_type: &[u8]) -> bool {
    let essence = essence(media_type).to_ascii_lowercase();
    let Some(subtype) = essence.strip_prefix(b"application/") else { return false };
    let prefix = subtype.strip_suffix(b"+json");
    subtype == b"json" || prefix.is_some_and(is_token)
}

/// Returns whether a media type is plain text.
#[cfg(any(feature = "actix-web-4", feature = "poem-3", feature = "tower"))]
pub(crate) fn is_text(media_type: &[u8]) -> bool {
    essence(media_type).eq_ignore_ascii_case(b"text/plain")
}

/// Returns whether a media type is one of XML (RFC 7303, section 9).
#[cfg(feature = "xml")]
pub(crate) fn is_xml(media_type: &[u8]) -> bool {
    let essence = essence(media_type).to_ascii_lowercase();
    matches!(&*essence, b"application/xml" | b"text/xml") || essence.ends_with(b"+xml")
}

/// Returns a media type without its parameters.
fn essence(media_type: &[u8]) -> &[u8] {
    media_type.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii()
}

/// Returns the value of the parameter `charset` of a media type, without quotes.
#[cfg(any(feature = "tower", feature = "xml"))]
pub(crate) fn charset(media_type: &[u8]) -> Option<&[u8]> {
    split(media_type, b';').skip(1).find_map(|parameter| {
        let (name, value) = name_and_value(parameter)?;
        let value = value.trim_ascii();
        let unquoted = value.strip_prefix(b"\"").and_then(|value| value.strip_suffix(b"\"")).unwrap_or(value);
        name.trim_ascii().eq_ignore_ascii_case(b"charset").then_some(unquoted)
    })
}

/// Returns the name and the value of a parameter (RFC 9110, section 5.6.6), as written.
#[cfg(any(feature = "html", feature = "tower", feature = "xml"))]
pub(crate) fn name_and_value(parameter: &[u8]) -> Option<(&[u8], &[u8])> {
    let (name, value) = parameter.split_at(parameter.iter().position(|byte| *byte == b'=')?);
    Some((name, &value[1..]))
}

/// Splits a list at each separator outside of quoted text, and trims the white space around the parts.
#[cfg(any(feature = "html", feature = "tower", feature = "xml"))]
pub(crate) fn split(list: &[u8], at: u8) -> impl Iterator<Item = &[u8]> {
    list.split(separator(at)).map(<[u8]>::trim_ascii)
}

/// Returns a function of the bytes of a text, in their order, that returns whether a byte is the separator `at` outside
/// of quoted text.
#[cfg(any(feature = "html", feature = "tower", feature = "xml"))]
pub(crate) fn separator(at: u8) -> impl FnMut(&u8) -> bool {
    let (mut is_quoted, mut is_escaped) = (false, false);
    move |&byte| {
        let is_separator = byte == at && !is_quoted;
        is_quoted ^= byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && is_quoted && !is_escaped;
        is_separator
    }
}
