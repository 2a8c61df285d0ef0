use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(display)]
enum LookupError {
    #[problem(status = 404)]
    NotFound,
    Gone,
}

fn main() {}
