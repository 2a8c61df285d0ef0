use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 100)]
    Continue,
    #[problem(status = 200)]
    Ok,
    #[problem(status = 399)]
    Redirect,
}

fn main() {}
