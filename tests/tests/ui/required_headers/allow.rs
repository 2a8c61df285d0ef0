use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 405)]
    Method,
    #[problem(status = 405, header("alow" = "GET"))]
    Typo,
    #[problem(status = 405, challenge = "Bearer")]
    Challenge,
}

fn main() {}
