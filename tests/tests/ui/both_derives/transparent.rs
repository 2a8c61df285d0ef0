use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("wrapped")]
enum WrapError {
    #[problem(transparent, status = 500, header("x-a" = "1"))]
    Status(ProblemDetails),
    #[problem(transparent)]
    Two(ProblemDetails, u32),
}

fn main() {}
