//! The ways to turn a [`VaultError`] into a response.
//!
//! All contenders borrow the error and return a response with a body of [`Bytes`], so that the comparison is fair.

mod derive;
mod hand_written;
mod http_api_problem;
mod problem_details;

use crate::common::Contender;
use crate::common::vault_error::VaultError;
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, RETRY_AFTER};
use http::{HeaderValue, Response, StatusCode};

pub(crate) const CONTENDERS: [Contender<VaultError, Response<Bytes>>; 4] = [
    Contender { name: "hand-written", run: hand_written::respond },
    Contender { name: "derive", run: derive::respond },
    Contender { name: "problem_details 0.11", run: problem_details::respond },
    Contender { name: "http-api-problem 0.60", run: http_api_problem::respond },
];

/// The contender that the others are compared with.
pub(crate) const HAND_WRITTEN: usize = 0;

/// The contender that this benchmark is about.
pub(crate) const DERIVE: usize = 1;

/// Returns a response with a body, for the contenders that do not make it themselves.
///
/// A builder would be more usual, but slower.
fn response(status: StatusCode, body: Vec<u8>) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}

/// Adds the header fields of [`VaultError::RateLimited`].
fn add_rate_limit(response: &mut Response<Bytes>, wait: u64) {
    response.headers_mut().insert(RETRY_AFTER, wait.into());
    response
        .headers_mut()
        .insert(HeaderName::from_static("x-ratelimit-limit"), HeaderValue::from_static("50"));
}
