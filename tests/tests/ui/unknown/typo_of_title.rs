use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, tpye = "not_found", title = "Nothing here")]
struct NotFound;

fn main() {}
