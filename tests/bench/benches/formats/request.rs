//! Requests that ask for a format.

use http::header::{ACCEPT, AUTHORIZATION, HOST, HeaderMap, HeaderValue, USER_AGENT};
use std::sync::LazyLock;

pub(crate) static NONE: LazyLock<HeaderMap> = LazyLock::new(|| request(None));
pub(crate) static ANYTHING: LazyLock<HeaderMap> = LazyLock::new(|| request(Some("*/*")));
pub(crate) static JSON: LazyLock<HeaderMap> = LazyLock::new(|| request(Some("application/json")));
pub(crate) static PROBLEM_JSON: LazyLock<HeaderMap> =
    LazyLock::new(|| request(Some("application/problem+json")));
pub(crate) static PROBLEM_XML: LazyLock<HeaderMap> =
    LazyLock::new(|| request(Some("application/problem+xml")));
pub(crate) static HTML: LazyLock<HeaderMap> = LazyLock::new(|| request(Some("text/html")));

/// Returns the header fields of a small request.
fn request(accept: Option<&'static str>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(HOST, HeaderValue::from_static("127.0.0.1:7070"));
    headers.insert(USER_AGENT, HeaderValue::from_static("curl/8.14.1"));
    if let Some(accept) = accept {
        headers.insert(ACCEPT, HeaderValue::from_static(accept));
    }
    headers.insert(AUTHORIZATION, HeaderValue::from_static("Bearer alice-token"));
    headers
}
