use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("request failed")]
enum RequestError {
    #[problem(other, status = 500, type = "other", detail = "Something else failed.")]
    Other(ProblemDetails),
}

#[derive(Debug, Error, Problem, FromProblem)]
#[error("request failed")]
enum HeaderError {
    #[problem(header("x-a" = "1"), challenge = "Basic", other)]
    Other(ProblemDetails),
}

fn main() {}
