use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
enum LoginError {
    #[problem(status = 401)]
    Unauthorized,
    #[problem(status = UNAUTHORIZED, type = "token_expired")]
    TokenExpired,
}

fn main() {}
