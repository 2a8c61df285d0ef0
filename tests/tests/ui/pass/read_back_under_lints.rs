//! The generated code raises no lint of rustc.
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

/// An error with every kind of field.
#[derive(Debug, FromProblem)]
pub enum LookupError<T> {
    /// A variant without fields.
    #[problem(status = 404)]
    NotFound,
    /// A variant with optional values only.
    #[problem(status = 409)]
    Conflict(#[problem(header = "x-limit")] Option<u32>, #[problem(instance)] Option<String>),
    /// A variant with every other kind of field.
    #[problem(status = 410)]
    Gone {
        /// An extension member.
        #[problem(extension)]
        path: T,
        /// The other extension members.
        #[problem(flatten)]
        more: BTreeMap<String, T>,
        /// A header field.
        #[problem(header = "x-limit")]
        limit: u32,
        /// A delay.
        #[problem(retry_after, default)]
        wait: Duration,
        /// A default.
        #[problem(default)]
        unit: (),
    },
    /// A variant with a status field.
    Status(#[problem(status)] http::StatusCode),
    /// A variant that is not read back.
    #[problem(status = 500, skip_deserializing)]
    Skipped(std::io::Error),
    /// A transparent variant.
    #[problem(transparent)]
    Inner(Inner),
    /// Any other problem.
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
