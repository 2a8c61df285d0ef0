//! The ways from a [`VaultError`] to a response.
//!
//! Each borrows the error and answers with a body of [`Bytes`], so that what is measured begins and ends alike.

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

/// The one that the others are compared with.
pub(crate) const HAND_WRITTEN: usize = 0;

/// The one that this benchmark is about.
pub(crate) const DERIVE: usize = 1;

/// The response around a body, for all contenders that have to put it together themselves.
///
/// A builder would be the usual way, and slower.
fn response(status: StatusCode, body: Vec<u8>) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}

/// The header fields of [`VaultError::RateLimited`].
fn add_rate_limit(response: &mut Response<Bytes>, wait: u64) {
    response.headers_mut().insert(RETRY_AFTER, wait.into());
    response
        .headers_mut()
        .insert(HeaderName::from_static("x-ratelimit-limit"), HeaderValue::from_static("50"));
}
