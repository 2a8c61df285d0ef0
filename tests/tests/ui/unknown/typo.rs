use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(statsu = 404)]
    NotFound,
    #[problem(status = 410, tittle = "Gone", details = "It is gone.")]
    Gone,
}

fn main() {}
