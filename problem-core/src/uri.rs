use iri_string::types::{UriAbsoluteStr, UriReferenceStr, UriRelativeStr};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// A relative reference, resolved against the URL it was found at (RFC 3986, section 5.2).
///
/// There is none for what is absolute already, for what is no URI reference, and against what is no absolute URI.
pub(crate) fn resolve(reference: &str, base: &str) -> Option<String> {
    UriRelativeStr::new(reference).ok()?;
    let without_fragment = base.split('#').next()?;
    let encoded = utf8_percent_encode(without_fragment, NOT_IN_A_URI).to_string();
    let base = UriAbsoluteStr::new(&encoded).ok()?;
    Some(UriReferenceStr::new(reference).ok()?.resolve_against(base).to_string())
}

/// What an address may hold as people write it, and as some clients keep it, but no URI.
const NOT_IN_A_URI: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');
