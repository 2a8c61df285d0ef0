use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("request failed")]
enum RequestError {
    #[problem(other, skip_deserializing)]
    Other(ProblemDetails),
}

fn main() {}
