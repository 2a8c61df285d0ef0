use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("request failed")]
enum RequestError {
    #[problem(transparent, other)]
    Other(ProblemDetails),
}

fn main() {}
