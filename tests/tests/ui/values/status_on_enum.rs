use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = 200)]
enum LookupError {
    NotFound,
    Gone,
}

fn main() {}
