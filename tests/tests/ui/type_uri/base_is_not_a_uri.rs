use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(base = "https://example.com/our problems/")]
enum LookupError {
    #[problem(status = 404, type = "not_found")]
    NotFound,
}

fn main() {}
