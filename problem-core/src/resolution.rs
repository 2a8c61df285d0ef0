//! How a relative reference becomes a URI (RFC 3986, section 5.2).
//!
//! problem-derive compiles this same file, through a symbolic link. iri-string can do it, too, but takes quadratic time
//! for a path with many segments, and a path is what a stranger sends.

use iri_string::types::{UriAbsoluteStr, UriRelativeStr};

/// Resolves a reference against a base, in time linear in the two.
pub(crate) fn resolve(reference: &UriRelativeStr, base: &UriAbsoluteStr) -> String {
    let mut uri = format!("{}:", base.scheme_str());
    let has_own_path = reference.authority_str().is_some() || !reference.path_str().is_empty();
    let authority = reference.authority_str().or(base.authority_str());
    if let Some(authority) = authority {
        uri.push_str("//");
        uri.push_str(authority);
    }
    let path = match reference.path_str() {
        path if reference.authority_str().is_some() || path.starts_with('/') => without_dot_segments(path),
        "" => base.path_str().to_owned(),
        path => without_dot_segments(&merged(base, path)),
    };
    if authority.is_none() && path.starts_with("//") {
        // It would be read as an authority.
        uri.push_str("/.");
    }
    uri.push_str(&path);
    let query = reference.query_str();
    for (sign, part) in [
        ('?', if has_own_path { query } else { query.or(base.query_str()) }),
        ('#', reference.fragment_str()),
    ] {
        if let Some(part) = part {
            uri.push(sign);
            uri.push_str(part);
        }
    }
    uri
}

/// Puts a relative path in the place of the last segment of the base (section 5.2.3).
fn merged(base: &UriAbsoluteStr, path: &str) -> String {
    match base.path_str().rfind('/') {
        Some(slash) => base.path_str()[..=slash].to_owned() + path,
        None if base.authority_str().is_some() => format!("/{path}"),
        None => path.to_owned(),
    }
}

/// Removes `.` and `..`, and the segment before each of the latter (section 5.2.4).
fn without_dot_segments(path: &str) -> String {
    let mut output = String::with_capacity(path.len());
    let mut input = path;
    while !input.is_empty() {
        if let Some(rest) = input.strip_prefix("../").or_else(|| input.strip_prefix("./")) {
            input = rest;
        } else if input.starts_with("/./") || input == "/." {
            input = if input.len() > 2 { &input[2..] } else { "/" };
        } else if input.starts_with("/../") || input == "/.." {
            input = if input.len() > 3 { &input[3..] } else { "/" };
            output.truncate(output.rfind('/').unwrap_or(0));
        } else if matches!(input, "." | "..") {
            input = "";
        } else {
            // A segment with the slash before it.
            let slash = usize::from(input.starts_with('/'));
            let end = input[slash..].find('/').map_or(input.len(), |length| slash + length);
            output.push_str(&input[..end]);
            input = &input[end..];
        }
    }
    output
}

#[cfg(test)]
mod tests {
    use super::resolve;
    use iri_string::types::{UriAbsoluteStr, UriReferenceStr, UriRelativeStr};

    /// Against another implementation, for whatever can be made of the pieces.
    #[test]
    fn it_is_as_another_has_it() {
        let pieces = ["", "/", ".", "..", "a", "/.", "/..", "/a", "//", "/b.c/", "..a"];
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
