use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("request failed")]
enum RequestError {
    #[problem(other)]
    Other(ProblemDetails),
    #[problem(other)]
    Unknown(Box<ProblemDetails>),
    #[problem(other)]
    Unexpected(ProblemDetails),
}

fn main() {}
