use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404)]
struct NotFound;

#[derive(Debug, Error, Problem, FromProblem)]
enum LookupError {
    #[error(transparent)]
    #[problem(transparent, skip_deserializing)]
    NotFound(#[from] NotFound),
    #[error("gone")]
    #[problem(status = 410)]
    Gone,
}

fn main() {
    assert!(LookupError::from_problem_json(br#"{"status":404}"#).unwrap().is_err());
    assert!(LookupError::from_problem_json(br#"{"status":410}"#).unwrap().is_ok());
}
