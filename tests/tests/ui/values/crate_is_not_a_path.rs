use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(crate = "not a path")]
enum LookupError {
    #[problem(status = 404)]
    NotFound,
}

fn main() {}
