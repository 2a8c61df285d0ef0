use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
#[problem(transparent)]
struct Wrapped {
    #[problem(extension)]
    inner: problem_core::ProblemDetails,
}

fn main() {}
