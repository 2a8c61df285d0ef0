use iri_string::types::{UriAbsoluteStr, UriReferenceStr, UriRelativeStr};

/// A relative reference, resolved against the URL it was found at (RFC 3986, section 5.2).
///
/// There is none for what is absolute already, for what is no URI reference, and against what is no absolute URI.
pub(crate) fn resolve(reference: &str, base: &str) -> Option<String> {
    let without_fragment = base.split('#').next()?;
    let base = UriAbsoluteStr::new(without_fragment).ok()?;
    UriRelativeStr::new(reference).ok()?;
    Some(UriReferenceStr::new(reference).ok()?.resolve_against(base).to_string())
}
