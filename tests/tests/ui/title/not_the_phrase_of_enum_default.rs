use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = 404)]
enum LookupError {
    #[problem(title = "Nothing here")]
    NotFound,
}

fn main() {}
