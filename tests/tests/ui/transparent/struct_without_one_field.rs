use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
#[problem(transparent)]
struct Unit;

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
#[problem(transparent)]
struct Two {
    inner: problem_core::ProblemDetails,
    count: u32,
}

fn main() {}
