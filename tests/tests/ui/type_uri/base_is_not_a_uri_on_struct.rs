use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, type = "not_found", base = "https://example.com/%/")]
struct NotFound;

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410, type = "gone", base = "https://[::1/")]
struct Gone;

fn main() {}
