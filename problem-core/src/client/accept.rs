//! What a request says of the problems that it accepts.

use crate::format::media_type::{PROBLEM_JSON, Syntax, syntax};
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

/// The elements of a field in one line.
#[derive(Default)]
struct List {
    text: Vec<u8>,
    /// Whether there is more in it than white space.
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
