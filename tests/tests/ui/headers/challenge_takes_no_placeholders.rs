use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("login failed")]
#[problem(challenge = "Bearer realm=\"{realm}\"")]
enum LoginError {
    #[problem(status = 401, challenge = "Bearer realm=\"{realm}\"")]
    Variant { realm: String },
}

fn main() {}
