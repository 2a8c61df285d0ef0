use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
#[problem(status = 401)]
enum LoginError {
    TokenMissing,
    #[problem(status = 403)]
    Forbidden,
    TokenExpired,
}

fn main() {}
