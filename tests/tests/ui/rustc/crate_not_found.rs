use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, crate = "::facade::problem")]
struct NotFound;

fn main() {}
