use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error(transparent)]
#[problem(transparent)]
struct Upstream(#[from] ProblemDetails);

fn main() {}
