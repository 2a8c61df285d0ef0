use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
#[problem(skip_deserializing)]
enum LookupError {
    #[problem(status = 404)]
    NotFound(#[problem(skip_deserializing)] String),
}

#[derive(Debug, Error, Problem, FromProblem)]
#[error("not found")]
#[problem(status = 404, skip_deserializing)]
struct NotFound;

fn main() {}
