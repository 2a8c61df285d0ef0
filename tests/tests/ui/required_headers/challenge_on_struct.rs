use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("unauthorized")]
#[problem(status = 401)]
struct Unauthorized;

fn main() {}
