//! Checks and resolves URI references (RFC 3986).

use crate::shared::resolution;
use iri_string::types::{UriAbsoluteStr, UriReferenceStr, UriRelativeStr};

/// Checks a URI reference.
pub(crate) fn check_reference(text: &str) -> Result<(), String> {
    if UriReferenceStr::new(text).is_ok() { Ok(()) } else { Err(fault(text)) }
}

/// Checks a base, which must be an absolute URI (RFC 3986, section 4.3) without a query.
pub(crate) fn check_base(base: &str) -> Result<(), String> {
    check_reference(base).map_err(|fault| format!("`base` is not a URI: {fault}"))?;
    if base.contains(['?', '#']) {
        return Err("`base` must not have a query or a fragment; put them in `type`".to_owned());
    }
    match UriAbsoluteStr::new(base) {
        Ok(_) => Ok(()),
        Err(_) => {
            Err("`base` needs a scheme, as in `base = \"https://example.com/problems/\"`; to keep the types \
                       relative, write the whole path in each `type`"
                .to_owned())
        }
    }
}

/// Resolves a checked reference against a checked base (RFC 3986, section 5.2).
pub(crate) fn resolve(reference: &str, base: &str) -> Result<String, String> {
    let (Ok(relative), Ok(absolute)) = (UriRelativeStr::new(reference), UriAbsoluteStr::new(base)) else {
        return Ok(reference.to_owned());
    };
    let resolved = resolution::resolve(relative, absolute);
    let is_hierarchical = absolute.authority_str().is_some() || absolute.path_str().starts_with('/');
    if reference.starts_with(['?', '#']) || (is_hierarchical && reference.starts_with('/')) {
        return Ok(resolved);
    }
    if !is_hierarchical {
        return Err(format!(
            "the type `{reference}` cannot be resolved against this `base`; use a `base` such as \
             `https://example.com/problems/`, or a `type` with a scheme"
        ));
    }
    if !absolute.path_str().ends_with('/') {
        return Err(format!(
            "the type `{reference}` would resolve to `{resolved}`; end `base` with `/` to keep its full path"
        ));
    }
    Ok(resolved)
}

/// Resolves a checked reference against a fixed URL, so that `a` and `./a` become equal.
///
/// The URL has names that no type has, so that the empty type is not equal to a relative one.
pub(crate) fn absolute(reference: &str) -> String {
    match (UriRelativeStr::new(reference), UriAbsoluteStr::new("x://-.-/-.-/-.-/-.-/-.-/-.-/-.-/-.-")) {
        (Ok(relative), Ok(base)) => resolution::resolve(relative, base),
        _ => reference.to_owned(),
    }
}

/// Returns the first reason why a text is not a URI reference.
fn fault(text: &str) -> String {
    if let Some(char) = text.chars().find(|char| !is_uri_char(*char)) {
        return format!("{char:?} is not allowed");
    }
    let mut after_percent = text.split('%').skip(1).map(str::as_bytes);
    if after_percent.any(|rest| rest.len() < 2 || !rest[..2].iter().all(u8::is_ascii_hexdigit)) {
        return "`%` needs two hex digits".to_owned();
    }
    if text.matches('#').count() > 1 {
        return "it has more than one `#`".to_owned();
    }
    let first_segment = text.split(['/', '?', '#']).next().unwrap_or_default();
    match first_segment.split_once(':') {
        Some(("", _)) => "the scheme before `:` is missing".to_owned(),
        Some((scheme, _)) if !is_scheme(scheme) => {
            format!("`{scheme}` is not a scheme; write a relative path as `./{text}`")
        }
        _ => "it does not follow RFC 3986".to_owned(),
    }
}

fn is_uri_char(char: char) -> bool {
    char.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(char)
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|char: char| char.is_ascii_alphabetic())
        && text.chars().all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        for text in [
            "https://e.org/p?q#f",
            "//e.org/x",
            "/a/b",
            "a/b",
            "?q",
            "#f",
            "",
            "about:blank",
            "urn:ietf:params:acme:error:malformed",
            "tag:example@example.org,2021-09-17:OutOfLuck",
            "http://[::1]/",
        ] {
            assert_eq!(check_reference(text), Ok(()), "{text}");
        }
        for (text, fault) in [
            ("not found", "' ' is not allowed"),
            ("a{b}", "'{' is not allowed"),
            ("a\n", "'\\n' is not allowed"),
            ("müll", "'ü' is not allowed"),
            ("a%2", "`%` needs two hex digits"),
            ("%zz", "`%` needs two hex digits"),
            ("a#b#c", "it has more than one `#`"),
            ("1a:b", "`1a` is not a scheme; write a relative path as `./1a:b`"),
            ("http://[::1", "it does not follow RFC 3986"),
            ("a+.-b://[::1", "it does not follow RFC 3986"),
            ("?1a:[", "it does not follow RFC 3986"),
            ("#1a:[", "it does not follow RFC 3986"),
            ("/1a:[", "it does not follow RFC 3986"),
            (":a", "the scheme before `:` is missing"),
        ] {
            assert_eq!(check_reference(text), Err(fault.to_owned()), "{text}");
        }
    }

    #[test]
    fn characters() {
        for char in '\0'..='\u{ff}' {
            // Each of these is allowed somewhere in a reference (RFC 3986, appendix A).
            let is_allowed = char.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(char);
            let fault = fault(&format!("/{char}%"));
            let expected = if is_allowed {
                "`%` needs two hex digits".to_owned()
            } else {
                format!("{char:?} is not allowed")
            };
            assert_eq!(fault, expected);
        }
    }

    #[test]
    fn resolution() {
        for (reference, base, resolved) in [
            ("limit", "https://e.org/p/", "https://e.org/p/limit"),
            ("../limit", "https://e.org/p/q/", "https://e.org/p/limit"),
            ("/limit", "https://e.org/p", "https://e.org/limit"),
            ("//x.org/limit", "https://e.org/p", "https://x.org/limit"),
            ("#limit", "https://e.org/p", "https://e.org/p#limit"),
            ("?limit", "https://e.org/p", "https://e.org/p?limit"),
            ("urn:x:y", "https://e.org/p", "urn:x:y"),
            ("#limit", "urn:x:y", "urn:x:y#limit"),
            ("/limit", "file:/p/q", "file:/limit"),
        ] {
            assert_eq!(resolve(reference, base).as_deref(), Ok(resolved), "{reference} against {base}");
        }
        for (reference, base) in
            [("limit", "https://e.org/p"), ("limit", "https://e.org"), ("limit", "urn:x:y")]
        {
            assert!(resolve(reference, base).is_err(), "{reference} against {base}");
        }
    }
}
