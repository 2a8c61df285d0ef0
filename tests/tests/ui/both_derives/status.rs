use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
#[problem(status = 42)]
enum LookupError {
    NotFound,
    #[problem(status = -404)]
    Gone,
    #[problem(status = StatusCode::OK)]
    Locked,
}

fn main() {}
