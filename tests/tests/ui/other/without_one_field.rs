use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("request failed")]
enum NoField {
    #[problem(other)]
    Other,
}

#[derive(Debug, Error, Problem, FromProblem)]
#[error("request failed")]
enum TwoFields {
    #[problem(other)]
    Other { details: ProblemDetails, attempts: u32 },
}

fn main() {}
