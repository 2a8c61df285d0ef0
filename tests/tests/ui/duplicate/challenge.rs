use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 401, challenge = "Basic", challenge = "Bearer")]
    Unauthorized,
}

fn main() {}
