//! Header fields of the contenders that do not derive them from the error.

use http::header::{HeaderName, LINK, RETRY_AFTER};
use http::{HeaderValue, Response};

pub(super) fn add_rate_limit<B>(response: &mut Response<B>, wait: u64, limit: u64) {
    let headers = response.headers_mut();
    headers.insert(RETRY_AFTER, wait.into());
    headers.insert(HeaderName::from_static("x-ratelimit-limit"), limit.into());
}

pub(super) fn add_help<B>(response: &mut Response<B>, wait: u64, page: &str) {
    let headers = response.headers_mut();
    headers.insert(RETRY_AFTER, wait.into());
    // A page that a header field cannot hold is left out.
    if let Ok(link) = HeaderValue::try_from(format!("<{page}>; rel=\"help\"")) {
        headers.insert(LINK, link);
    }
}
