use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("forbidden")]
#[problem(status = 403, challenge = "Bearer")]
struct Forbidden;

fn main() {}
