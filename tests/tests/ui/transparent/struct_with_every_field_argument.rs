use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
#[problem(transparent)]
struct Wrapped {
    #[problem(header = "x-wrapped", instance, flatten, retry_after, status)]
    inner: problem_core::ProblemDetails,
}

fn main() {}
