//! No lint of rustc is raised.
#![deny(
    warnings,
    missing_docs,
    rust_2018_idioms,
    let_underscore_drop,
    single_use_lifetimes,
    trivial_casts,
    unit_bindings,
    unreachable_pub,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]

use problem_core::{FromProblem, ProblemDetails};
use std::collections::BTreeMap;
use std::time::Duration;

/// What fails.
#[derive(Debug, FromProblem)]
pub enum LookupError<T> {
    /// No field.
    #[problem(status = 404)]
    NotFound,
    /// Only header fields that may be absent.
    #[problem(status = 409)]
    Conflict(#[problem(header = "x-limit")] Option<u32>, #[problem(instance)] Option<String>),
    /// All else.
    #[problem(status = 410)]
    Gone {
        /// A member.
        #[problem(extension)]
        path: T,
        /// The rest.
        #[problem(flatten)]
        more: BTreeMap<String, T>,
        /// A header field.
        #[problem(header = "x-limit")]
        limit: u32,
        /// A delay.
        #[problem(retry_after, default)]
        wait: Duration,
        /// Nothing.
        #[problem(default)]
        unit: (),
    },
    /// A status.
    Status(#[problem(status)] http::StatusCode),
    /// Not read.
    #[problem(status = 500, skip_deserializing)]
    Skipped(std::io::Error),
    /// Another error.
    #[problem(transparent)]
    Inner(Inner),
    /// The rest.
    #[problem(other)]
    Other(ProblemDetails),
}

/// Another error.
#[derive(Debug, FromProblem)]
#[problem(type = "inner")]
pub struct Inner;

fn main() {
    let error = LookupError::<u32>::from(ProblemDetails::new(http::StatusCode::NOT_FOUND));
    assert!(matches!(error, LookupError::NotFound));
}
