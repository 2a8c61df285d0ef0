use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, type = "not_found", base = "https://example.com/problems/?v=2")]
struct NotFound;

fn main() {}
