use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("token rejected")]
#[problem(status = 401, chalenge = "Bearer")]
struct TokenRejected;

fn main() {}
