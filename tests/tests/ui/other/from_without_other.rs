use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
enum RequestError {
    #[error(transparent)]
    #[problem(transparent)]
    Upstream(#[from] ProblemDetails),
}

fn main() {}
