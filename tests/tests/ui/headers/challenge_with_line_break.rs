use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
enum LoginError {
    #[problem(status = 401, challenge = "Bearer\nrealm=\"a\"")]
    Unauthorized,
}

fn main() {}
