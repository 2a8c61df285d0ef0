use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, title = "{0} missing")]
struct NotFound(String);

fn main() {}
