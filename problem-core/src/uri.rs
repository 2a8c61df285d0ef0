//! Resolves relative references against the URL of a response.

use crate::shared::resolution;
use iri_string::types::{UriAbsoluteStr, UriRelativeStr};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// Returns the base URI for the relative references in a response from `url`, or `None` if `url` is not absolute.
pub(crate) fn base(url: &str) -> Option<String> {
    let uri = as_uri(url);
    UriAbsoluteStr::new(&uri).is_ok().then_some(uri)
}

/// Resolves a relative reference against a [`base`] (RFC 3986, section 5.2).
///
/// Returns `None` if `reference` is already absolute or is not a URI reference.
pub(crate) fn resolve(reference: &str, base: &str) -> Option<String> {
    let reference = UriRelativeStr::new(reference).ok()?;
    Some(resolution::resolve(reference, UriAbsoluteStr::new(base).ok()?))
}

/// Converts a URL, as people write it and as some clients keep it, to a URI.
///
/// Removes the fragment and the user information, and percent-encodes characters that a URI must not contain.
fn as_uri(url: &str) -> String {
    let url = url.split('#').next().unwrap_or_default();
    let (scheme, authority, rest) = match url.split_once("://") {
        Some((scheme, rest)) => {
            let (authority, rest) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
            (&url[..scheme.len() + 3], authority, rest)
        }
        None => ("", "", url),
    };
    // User information may hold a password, which must not become part of the URI of a problem.
    let host = authority.rsplit('@').next().unwrap_or_default();
    let mut uri = scheme.to_owned();
    uri.push_str(host);
    for (index, part) in rest.split('%').enumerate() {
        let is_encoded = part.len() >= 2 && part.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit);
        if index > 0 {
            uri.push_str(if is_encoded { "%" } else { "%25" });
        }
        uri.extend(utf8_percent_encode(part, NOT_IN_A_URI));
    }
    uri
}

const NOT_IN_A_URI: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

#[cfg(test)]
mod tests {
    use super::as_uri;

    #[test]
    fn urls() {
        for (url, uri) in [
            ("https://e.org/a?b=c#d", "https://e.org/a?b=c"),
            ("https://user:secret@e.org:1/a", "https://e.org:1/a"),
            ("https://user@secret@e.org?x@y", "https://e.org?x@y"),
            ("https://e.org/a@b", "https://e.org/a@b"),
            ("https://[::1]:80/a[1]?b[c]=[d]", "https://[::1]:80/a%5B1%5D?b%5Bc%5D=%5Bd%5D"),
            ("https://e.org/%C3%a9/%zz?100%", "https://e.org/%C3%a9/%25zz?100%25"),
            ("https://e.org/é {b}|", "https://e.org/%C3%A9%20%7Bb%7D%7C"),
            (r#"https://e.org/"<>\^`"#, "https://e.org/%22%3C%3E%5C%5E%60"),
            ("urn:a:b[c]", "urn:a:b%5Bc%5D"),
            ("mailto:a@b", "mailto:a@b"),
            ("file:///a", "file:///a"),
            ("", ""),
        ] {
            assert_eq!(as_uri(url), uri, "{url}");
        }
    }
}
