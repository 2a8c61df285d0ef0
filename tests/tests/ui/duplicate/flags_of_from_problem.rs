use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, skip_deserializing, skip_deserializing)]
    NotFound,
    #[problem(status = 410)]
    Gone(#[problem(default, default)] u32),
    #[problem(other)]
    #[problem(other)]
    Other(ProblemDetails),
}

fn main() {}
