//! Support for HTTP clients, which turns the response of a service into a `Result` with a typed error.
//!
//! Each HTTP client has a feature and a module with a trait `OkOrProblem`.
//! Its method `ok_or_problem` turns a response with status code 400 or above into a [`CallError`] and returns every
//! other response unchanged:
//!
//! | client | feature | trait |
//! |---|---|---|
//! | reqwest 0.13 | `reqwest-013` | `reqwest_013::OkOrProblem` |
//! | ureq 3 | `ureq-3` | `ureq_3::OkOrProblem` |
//! | hyper, and any `http::Response` over an `http_body::Body` | `http-body-1` | `http_body_1::OkOrProblem` |
//!
//! For a service that sends problems under another media type, such as `application/json`, the trait has
//! `ok_or_unlabelled_problem`.
//! For any other client, use [`CallError::from_response`] or [`CallError::from_unlabelled_response`].
//!
//! The guide describes [clients and gateways](crate::guide::clients).

mod accept;
mod call_error;
#[cfg(feature = "ureq-3")]
mod hidden_problem;

#[cfg(feature = "http-body-1")]
pub mod http_body_1;
#[cfg(all(feature = "reqwest-013", not(target_arch = "wasm32")))]
pub mod reqwest_013;
#[cfg(feature = "ureq-3")]
pub mod ureq_3;

#[cfg(any(
    feature = "http-body-1",
    all(feature = "reqwest-013", not(target_arch = "wasm32")),
    feature = "ureq-3"
))]
mod failure;

pub use self::accept::accept_problems;
pub use self::call_error::CallError;

/// The default limit on the body of a failure: 64 KiB.
///
/// A problem is seldom longer than a few hundred bytes.
/// A body that exceeds the limit becomes a [`CallError::NoProblem`] with the part of the body that was read.
pub const BODY_LIMIT: usize = 64 * 1024;
