use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("method not allowed")]
#[problem(status = 405)]
struct MethodNotAllowed {
    method: String,
}

fn main() {}
