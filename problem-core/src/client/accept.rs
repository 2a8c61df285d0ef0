use http::header::{ACCEPT, HeaderMap, HeaderValue};

const PROBLEM_JSON: &str = "application/problem+json";

/// Adds `application/problem+json` to `Accept`, after the media types that are there (RFC 9110, section 12.5.1).
///
/// Where there is no `Accept` yet, which means that anything will do, it becomes `*/*, application/problem+json`.
/// Nothing changes if the media type is there already.
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
    let present: Vec<_> = headers.get_all(ACCEPT).iter().map(HeaderValue::as_bytes).collect();
    if present.iter().any(|value| names_problems(value)) {
        return;
    }
    let mut accept = if present.is_empty() { b"*/*".to_vec() } else { present.join(&b", "[..]) };
    if !accept.trim_ascii().is_empty() {
        accept.extend_from_slice(b", ");
    }
    accept.extend_from_slice(PROBLEM_JSON.as_bytes());
    if let Ok(accept) = HeaderValue::from_bytes(&accept) {
        headers.insert(ACCEPT, accept);
    }
}

/// Whether one of the media ranges of a field line is that of problems.
fn names_problems(value: &[u8]) -> bool {
    value.split(|byte| *byte == b',').any(|range| {
        let essence = range.split(|byte| *byte == b';').next().unwrap_or_default();
        essence.trim_ascii().eq_ignore_ascii_case(PROBLEM_JSON.as_bytes())
    })
}
