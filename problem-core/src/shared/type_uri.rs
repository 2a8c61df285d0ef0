//! Type URIs and their comparison.

use iri_string::types::UriReferenceStr;

/// The type of a problem that does not have one of its own (RFC 9457, section 4.2.1).
pub(crate) const ABOUT_BLANK: &str = "about:blank";

/// Returns whether two resolved type URIs identify the same type (RFC 9457, section 3.1.1).
///
/// The URIs are compared as strings, including their fragments. Only the case of the scheme, the host and the namespace
/// of a URN is ignored (RFC 3986, section 6.2.2.1; RFC 8141, section 3.1).
pub(crate) fn same_type(one: &str, other: &str) -> bool {
    let differ_in_case = || one.eq_ignore_ascii_case(other) && case_sensitive(one) == case_sensitive(other);
    one == other || (differ_in_case() && UriReferenceStr::new(one).is_ok())
}

/// Returns the case-sensitive parts of a URI reference.
fn case_sensitive(reference: &str) -> Option<[&str; 4]> {
    let reference = UriReferenceStr::new(reference).ok()?;
    let userinfo = reference.authority_components().and_then(|authority| authority.userinfo());
    let path = reference.path_str();
    let is_urn = reference.scheme_str().is_some_and(|scheme| scheme.eq_ignore_ascii_case("urn"));
    let path = path.split_once(':').filter(|_| is_urn).map_or(path, |(_, specific)| specific);
    let [userinfo, query, fragment] =
        [userinfo, reference.query_str(), reference.fragment_str()].map(Option::unwrap_or_default);
    Some([userinfo, path, query, fragment])
}

#[cfg(test)]
mod tests {
    use super::same_type;

    #[test]
    fn types() {
        for (one, other) in [
            ("about:blank", "ABOUT:blank"),
            ("https://e.org/x", "HTTPS://E.org/x"),
            ("https://u@e.org:1/x?y#z", "https://u@E.ORG:1/x?y#z"),
            ("//e.org/x", "//E.org/x"),
            ("urn:ietf:params:x", "URN:IETF:params:x"),
            ("urn:ietf", "urn:ietf"),
            ("not a uri", "not a uri"),
            ("", ""),
        ] {
            assert!(same_type(one, other) && same_type(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("about:blank", "about:Blank"),
            ("https://e.org/x", "https://e.org/X"),
            ("https://e.org/x", "https://e.org/x/"),
            ("https://e.org/x?y", "https://e.org/x?Y"),
            ("https://e.org/x#y", "https://e.org/x#Y"),
            ("https://e.org/x#y", "https://e.org/x"),
            ("https://u@e.org", "https://U@e.org"),
            ("urn:ietf:params:x", "urn:ietf:params:X"),
            ("urn:x", "urn:X"),
            ("tag:e.org:x", "tag:E.org:x"),
            ("/e.org/x", "/E.org/x"),
            ("not a uri", "not a URI"),
            ("", "about:blank"),
        ] {
            assert!(!same_type(one, other) && !same_type(other, one), "{one} {other}");
        }
    }
}
