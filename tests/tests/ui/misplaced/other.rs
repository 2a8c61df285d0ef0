use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
#[problem(other)]
enum LookupError {
    #[problem(transparent)]
    Inner(#[problem(other)] ProblemDetails),
}

#[derive(Debug, Error, Problem, FromProblem)]
#[error("not found")]
#[problem(other)]
struct NotFound(ProblemDetails);

fn main() {}
