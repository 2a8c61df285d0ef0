use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(chalenge = "Bearer")]
enum LookupError {
    #[problem(status = 401)]
    Unauthorized,
}

fn main() {}
