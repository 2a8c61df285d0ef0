use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, type = "a", base = "https://example.com/", crate = "problem_core")]
#[problem(status = 404, type = "a", base = "https://example.com/", crate = "problem_core")]
struct NotFound;

fn main() {}
