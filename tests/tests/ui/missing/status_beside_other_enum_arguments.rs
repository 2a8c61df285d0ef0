use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(base = "https://example.com/problems/")]
enum LookupError {
    #[problem(type = "not_found")]
    NotFound,
}

fn main() {}
