use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
#[problem(transparent, header("x-wrapped" = "1"), challenge = "Bearer")]
struct Wrapped(problem_core::ProblemDetails);

fn main() {}
