use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, colour = "red")]
struct NotFound;

fn main() {}
