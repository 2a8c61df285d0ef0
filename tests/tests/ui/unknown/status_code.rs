use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status_code = 404)]
enum LookupError {
    NotFound,
    #[problem(status_code = 410)]
    Gone,
}

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status_code = 404)]
struct NotFound;

fn main() {}
