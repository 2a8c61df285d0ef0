use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("request failed")]
enum RequestError {
    #[problem(othre)]
    Other(ProblemDetails),
}

fn main() {}
