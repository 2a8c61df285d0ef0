//! Derives the reason of google.rpc.ErrorInfo from the type of a problem.

use crate::shared::status;
use crate::shared::type_uri::ABOUT_BLANK;
use http::StatusCode;
use iri_string::types::UriReferenceStr;

/// The shortest and the longest reason that google.rpc.ErrorInfo allows, in characters.
const SHORTEST: usize = 3;
const LONGEST: usize = 63;

/// Returns the name of a problem type within its domain: the end of its URI in `UPPER_SNAKE_CASE`.
///
/// For `about:blank` and for a URI that does not end in a usable name, it is the phrase of the status code.
pub(super) fn from_type(type_uri: &str, status: StatusCode) -> String {
    let name = if type_uri == ABOUT_BLANK { String::new() } else { upper_snake_case(end(type_uri)) };
    if name.len() >= SHORTEST && name.starts_with(|first: char| first.is_ascii_uppercase()) {
        return name;
    }
    upper_snake_case(status::phrase(status.as_u16()))
}

/// Returns the fragment of a type URI, or else the last segment of its path.
fn end(type_uri: &str) -> &str {
    let Ok(uri) = UriReferenceStr::new(type_uri) else { return "" };
    let path = uri.path_str().trim_end_matches('/').rsplit(['/', ':']).next();
    uri.fragment_str().filter(|fragment| !fragment.is_empty()).or(path).unwrap_or_default()
}

fn upper_snake_case(text: &str) -> String {
    let mut name = String::new();
    let mut after_lower_case = false;
    for character in text.chars() {
        let is_word = character.is_ascii_alphanumeric();
        let divides = !is_word || (after_lower_case && character.is_ascii_uppercase());
        if divides && !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
        if is_word {
            name.push(character.to_ascii_uppercase());
        }
        after_lower_case = character.is_ascii_lowercase() || character.is_ascii_digit();
    }
    name.truncate(LONGEST);
    name.truncate(name.trim_end_matches('_').len());
    name
}

#[cfg(test)]
mod tests {
    use super::from_type;
    use http::StatusCode;

    #[test]
    fn reasons() {
        let long = format!("https://e.org/{}", "abcdefg-".repeat(20));
        for (type_uri, reason) in [
            ("about:blank", "NOT_FOUND"),
            ("resource_limit_exceeded", "RESOURCE_LIMIT_EXCEEDED"),
            ("https://e.org/problems/out-of-credit", "OUT_OF_CREDIT"),
            ("https://e.org/problems/out-of-credit/", "OUT_OF_CREDIT"),
            ("https://e.org/problems#outOfCredit", "OUT_OF_CREDIT"),
            ("https://e.org/problems/quota?lang=en", "QUOTA"),
            ("urn:e:HTTPError2xx", "HTTPERROR2XX"),
            ("tag:e.org,2026:a--b", "A_B"),
            ("https://e.org/problems/caf%C3%A9", "CAF_C3_A9"),
            ("https://e.org/42", "NOT_FOUND"),
            ("https://e.org/ab", "NOT_FOUND"),
            ("https://e.org", "NOT_FOUND"),
            ("https://e.org/problems#", "PROBLEMS"),
            ("not a reference", "NOT_FOUND"),
            (&long, "ABCDEFG_ABCDEFG_ABCDEFG_ABCDEFG_ABCDEFG_ABCDEFG_ABCDEFG_ABCDEFG"),
        ] {
            assert_eq!(from_type(type_uri, StatusCode::NOT_FOUND), reason, "{type_uri}");
        }
    }
}
