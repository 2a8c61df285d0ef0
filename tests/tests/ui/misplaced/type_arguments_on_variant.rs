use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, base = "https://example.com/problems/")]
    NotFound,
    #[problem(status = 410, crate = "problem_core")]
    Gone,
}

fn main() {}
