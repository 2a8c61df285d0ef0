use crate::media_type::{PROBLEM_JSON, Syntax, syntax};
use http::header::{ACCEPT, HeaderMap, HeaderValue};

/// Adds `application/problem+json` to `Accept`, after the media types that are there (RFC 9110, section 12.5.1).
///
/// Where there is no `Accept` yet, which means that anything will do, it becomes `*/*, application/problem+json`.
/// Nothing changes if the media type is there already.
/// With the feature `xml`, a problem in XML is read as well, but not asked for, since it says less.
///
/// # Examples
///
/// ```
/// use http::Request;
/// use problem_core::client::accept_problems;
///
/// let mut request = Request::get("https://api.example.org/").header("accept", "application/json").body(())?;
/// accept_problems(request.headers_mut());
/// assert_eq!(request.headers()["accept"], "application/json, application/problem+json");
/// # Ok::<(), http::Error>(())
/// ```
pub fn accept_problems(headers: &mut HeaderMap) {
    let mut accept = Vec::new();
    for value in headers.get_all(ACCEPT) {
        if value.as_bytes().split(|byte| *byte == b',').any(is_json) {
            return;
        }
        add(&mut accept, value.as_bytes());
    }
    if !headers.contains_key(ACCEPT) {
        add(&mut accept, b"*/*");
    }
    add(&mut accept, PROBLEM_JSON.as_bytes());
    if let Ok(accept) = HeaderValue::from_bytes(&accept) {
        headers.insert(ACCEPT, accept);
    }
}

fn is_json(range: &[u8]) -> bool {
    matches!(syntax(range), Some(Syntax::Json))
}

/// Adds an element to a list.
fn add(list: &mut Vec<u8>, element: &[u8]) {
    if !list.trim_ascii().is_empty() {
        list.extend_from_slice(b", ");
    }
    list.extend_from_slice(element);
}
