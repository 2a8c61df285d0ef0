use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[problem(status = 500)]
enum VaultError {
    #[error("no token")]
    #[problem(statsu = 401, challenge = "Bearer")]
    NoToken,
}

fn main() {}
