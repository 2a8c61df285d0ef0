use problem_core::{Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("request failed")]
enum RequestError {
    #[problem(other)]
    Other(ProblemDetails),
    #[problem(other)]
    Unknown(Box<ProblemDetails>),
}

fn main() {}
