use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, instance = "not found")]
struct NotFound;

fn main() {}
