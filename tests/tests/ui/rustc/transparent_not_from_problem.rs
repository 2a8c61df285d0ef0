use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404)]
struct NotFound;

#[derive(Debug, Error, Problem, FromProblem)]
enum LookupError {
    #[error(transparent)]
    #[problem(transparent)]
    NotFound(#[from] NotFound),
}

fn main() {}
