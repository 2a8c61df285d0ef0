use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, detail = "There is nothing here.", display)]
struct NotFound;

fn main() {}
