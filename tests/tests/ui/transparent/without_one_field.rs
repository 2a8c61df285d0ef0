use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
enum WrapError {
    #[problem(transparent)]
    Unit,
    #[problem(transparent)]
    Tuple(problem_core::ProblemDetails, u32),
    #[problem(transparent)]
    Struct { inner: problem_core::ProblemDetails, count: u32 },
    #[problem(transparent)]
    Empty(),
}

fn main() {}
