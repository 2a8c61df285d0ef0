use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
#[problem(challenge = "Bearer realm=\"für alle\"")]
enum LoginError {
    #[problem(status = 401, challenge = "Bearer realm=\"a\r\n\"")]
    Parameter,
    #[problem(status = 401, challenge = "Bearer ")]
    Trailing,
}

fn main() {}
