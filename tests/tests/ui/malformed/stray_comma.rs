use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404,, type = "x")]
    Double,
    #[problem(, status = 410)]
    Leading,
    #[problem(,)]
    Only,
}

fn main() {}
