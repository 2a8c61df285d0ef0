use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
enum LoginError {
    #[problem(status = 401, challenge = "")]
    Empty,
    #[problem(status = 401, challenge = "realm=\"a\"")]
    Parameter,
    #[problem(status = 401, challenge = " Bearer")]
    Space,
    #[problem(status = 401, challenge = "Bearer:token")]
    Colon,
}

fn main() {}
