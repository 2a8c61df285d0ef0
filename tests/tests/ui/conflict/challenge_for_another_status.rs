use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = 404)]
enum LookupError {
    #[problem(status = 403, challenge = "Bearer")]
    Forbidden,
    #[problem(challenge = "Bearer")]
    NotFound,
}

fn main() {}
