use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, base = BASE, type = 'x', rename_all = 1, crate = problem_core)]
struct NotFound;

fn main() {}
