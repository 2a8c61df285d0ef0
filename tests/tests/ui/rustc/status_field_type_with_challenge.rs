use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
#[problem(challenge = "Bearer")]
struct LoginFailed {
    #[problem(status)]
    status: u32,
}

fn main() {}
