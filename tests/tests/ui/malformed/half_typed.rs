use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type =, title = "{0} missing")]
    NotFound,
    #[problem(status =, type = "not found")]
    Gone,
}

fn main() {}
