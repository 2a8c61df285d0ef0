//! Resolves relative references (RFC 3986, section 5.2).
//!
//! iri-string can do that, too, but takes quadratic time for a path of many segments. Untrusted input can contain such
//! paths.

use iri_string::types::{UriAbsoluteStr, UriRelativeStr};

/// Resolves a reference against a base, in time linear in their lengths.
pub(crate) fn resolve(reference: &UriRelativeStr, base: &UriAbsoluteStr) -> String {
    let own_authority = reference.authority_str();
    let authority = own_authority.or(base.authority_str());
    let (path, query) = match reference.path_str() {
        "" if own_authority.is_none() => {
            (base.path_str().to_owned(), reference.query_str().or(base.query_str()))
        }
        path if own_authority.is_some() || path.starts_with('/') => {
            (without_dot_segments(path), reference.query_str())
        }
        path => (without_dot_segments(&merged(base, path)), reference.query_str()),
    };
    let mut uri = format!("{}:", base.scheme_str());
    if let Some(authority) = authority {
        uri.extend(["//", authority]);
    } else if path.starts_with("//") {
        // Without this prefix, the path would be read as an authority.
        uri.push_str("/.");
    }
    uri.push_str(&path);
    for (sign, part) in [("?", query), ("#", reference.fragment_str())] {
        uri.extend(part.into_iter().flat_map(|part| [sign, part]));
    }
    uri
}

/// Returns the path of the base with its last segment replaced by a relative path (section 5.2.3).
fn merged(base: &UriAbsoluteStr, path: &str) -> String {
    match base.path_str().rfind('/') {
        Some(slash) => base.path_str()[..=slash].to_owned() + path,
        None if base.authority_str().is_some() => format!("/{path}"),
        None => path.to_owned(),
    }
}

/// Removes the segments `.` and `..`, and the segment before each `..` (section 5.2.4).
fn without_dot_segments(path: &str) -> String {
    let mut output = String::with_capacity(path.len());
    let mut input = path;
    while !input.is_empty() {
        // A segment, with the slash before it if there is one.
        let slash = usize::from(input.starts_with('/'));
        let end = input[slash..].find('/').map_or(input.len(), |length| slash + length);
        let (segment, rest) = input.split_at(end);
        input = match count_dots(&segment[slash..]) {
            Some(dots @ (1 | 2)) if slash == 1 => {
                if dots == 2 {
                    output.truncate(output.rfind('/').unwrap_or(0));
                }
                if rest.is_empty() { "/" } else { rest }
            }
            Some(1 | 2) => rest.strip_prefix('/').unwrap_or_default(),
            _ => {
                output.push_str(segment);
                rest
            }
        };
    }
    output
}

/// Returns how many dots a text consists of, or `None` if it contains anything else.
///
/// `%2e` also counts as a dot (section 6.2.2.2).
pub(crate) fn count_dots(text: &str) -> Option<usize> {
    let (mut count, mut rest) = (0, text);
    while !rest.is_empty() {
        rest = [".", "%2e", "%2E"].iter().find_map(|dot| rest.strip_prefix(dot))?;
        count += 1;
    }
    Some(count)
}

#[cfg(test)]
mod tests {
    use super::resolve;
    use iri_string::types::{UriAbsoluteStr, UriReferenceStr, UriRelativeStr};

    #[test]
    fn it_agrees_with_another_implementation() {
        let pieces = ["", "/", ".", "..", "a", "/.", "/..", "/a", "//", "/b.c/", "..a", "%2e", "/.%2E"];
        let bases = [
            "https://e.org",
            "https://e.org/",
            "https://e.org/a/b?q",
            "https://e.org/a/../b/./c",
            "file:///a/b",
            "x:/a/b",
            "x:/",
            "x:a/b",
            "x:a",
            "x:",
            "x://",
            "urn:a:b",
        ];
        let mut paths = vec![String::new()];
        for _ in 0..3 {
            paths = paths.iter().flat_map(|path| pieces.map(|piece| path.clone() + piece)).collect();
        }
        let mut compared = 0;
        for base in bases.map(|base| UriAbsoluteStr::new(base).unwrap()) {
            for reference in paths
                .iter()
                .flat_map(|path| [path.clone(), format!("{path}?x/../y"), format!("{path}#x/./y")])
            {
                let Ok(relative) = UriRelativeStr::new(&reference) else { continue };
                let other = UriReferenceStr::new(&reference).unwrap().resolve_against(base).to_string();
                assert_eq!(resolve(relative, base), other, "{reference} against {base}");
                compared += 1;
            }
        }
        assert!(compared > 10_000, "{compared}");
    }
}
