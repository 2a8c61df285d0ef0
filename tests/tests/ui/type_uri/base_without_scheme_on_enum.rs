use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(base = "example.com/problems/")]
enum LookupError {
    #[problem(status = 404, type = "not_found")]
    NotFound,
    #[problem(status = 410, type = "gone")]
    Gone,
}

fn main() {}
