use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
#[problem(status = 401, challenge = "Bearer ")]
struct LoginFailed;

fn main() {}
