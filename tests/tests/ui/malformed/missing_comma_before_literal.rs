use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404 "not found")]
    NotFound,
    #[problem(status = 410, display "gone")]
    Gone,
    #[problem(status = 423, title = "x" "y")]
    Locked,
}

fn main() {}
