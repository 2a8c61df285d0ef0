use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
#[problem(transparent, status = 500, base = "https://example.com/", crate = "problem_core")]
struct Wrapped(problem_core::ProblemDetails);

fn main() {}
