//! Calling a service: from its response to a `Result` with the typed error.
//!
//! Each HTTP client has a module, behind a feature of its own, with a trait whose `ok_or_problem` turns a response with
//! status code 400 and above into a [`CallError`] and lets every other one through:
//!
//! | client | feature | trait |
//! |---|---|---|
//! | reqwest 0.13 | `reqwest-013` | `reqwest_013::OkOrProblem` |
//! | ureq 3 | `ureq-3` | `ureq_3::OkOrProblem` |
//! | hyper, and whatever else answers with an `http::Response` over an `http_body::Body` | `http-body-1` | `http_body_1::OkOrProblem` |
//!
//! Any other client has [`CallError::from_response`].

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

/// How many bytes of the body of a failure are read by default: 64 KiB.
///
/// A problem is seldom longer than a few hundred. What is longer than the limit is no problem but a
/// [`CallError::NoProblem`] with as much of the body as was read.
pub const BODY_LIMIT: usize = 64 * 1024;
