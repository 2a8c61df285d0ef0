//! The `Accept` field of a request to a service.

use crate::format::media_type::{PROBLEM_JSON, Syntax, syntax};
use http::header::{ACCEPT, HeaderMap, HeaderValue};

/// Appends `application/problem+json` to the `Accept` field of a request (RFC 9110, section 12.5.1).
///
/// If there is no `Accept` field, which means that the client accepts anything, the field becomes
/// `*/*, application/problem+json`.
/// If the media type is already listed, nothing changes.
///
/// With the feature `xml`, clients also read problems in XML.
/// This function does not add that media type, because XML carries less information than JSON.
///
/// # Examples
///
/// ```
/// use http::Request;
/// use problem_core::client::accept_problems;
///
/// let request = Request::get("https://api.example.org/").header("accept", "application/json");
/// let mut request = request.body(())?;
/// accept_problems(request.headers_mut());
/// assert_eq!(request.headers()["accept"], "application/json, application/problem+json");
/// # Ok::<(), http::Error>(())
/// ```
pub fn accept_problems(headers: &mut HeaderMap) {
    let mut accept = List::default();
    for value in headers.get_all(ACCEPT) {
        if value.as_bytes().split(|byte| *byte == b',').any(is_json) {
            return;
        }
        accept.push(value.as_bytes());
    }
    if !headers.contains_key(ACCEPT) {
        accept.push(b"*/*");
    }
    accept.push(PROBLEM_JSON.as_bytes());
    if let Ok(accept) = HeaderValue::from_bytes(&accept.text) {
        headers.insert(ACCEPT, accept);
    }
}

fn is_json(range: &[u8]) -> bool {
    matches!(syntax(range), Some(Syntax::Json))
}

/// The elements of several field lines, joined into one.
#[derive(Default)]
struct List {
    text: Vec<u8>,
    /// Whether the text is more than white space.
    has_elements: bool,
}

impl List {
    fn push(&mut self, elements: &[u8]) {
        if self.has_elements {
            self.text.extend_from_slice(b", ");
        }
        self.text.extend_from_slice(elements);
        self.has_elements |= !elements.trim_ascii().is_empty();
    }
}
