use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
#[problem(www_authenticate = "Bearer")]
enum LoginError {
    #[problem(status = 401)]
    TokenMissing,
    #[problem(status = 401, www_authenticate = "Basic")]
    TokenExpired,
}

fn main() {}
