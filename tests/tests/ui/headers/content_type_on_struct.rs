use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410, header("Content-Type" = "application/json"))]
struct Gone;

fn main() {}
