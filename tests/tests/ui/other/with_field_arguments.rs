use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("request failed")]
enum RequestError {
    #[problem(other)]
    Other(#[problem(extension = "details")] ProblemDetails),
}

#[derive(Debug, Error, Problem, FromProblem)]
#[error("request failed")]
enum DefaultError {
    #[problem(other)]
    Other {
        #[problem(default)]
        details: ProblemDetails,
    },
}

fn main() {}
