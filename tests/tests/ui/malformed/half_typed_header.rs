use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 405, header("allow" = ), type = "not found")]
    Method,
    #[problem(status = 401, challenge = )]
    Unauthorized,
}

fn main() {}
