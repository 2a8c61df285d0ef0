use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("not found")]
#[problem(status = 4040)]
struct NotFound;

#[derive(Debug, Error, Problem, FromProblem)]
enum LookupError {
    #[error(transparent)]
    #[problem(transparent)]
    NotFound(#[from] NotFound),
}

fn main() {
    println!("{:?}", LookupError::from_problem_json(b"{}"));
}
