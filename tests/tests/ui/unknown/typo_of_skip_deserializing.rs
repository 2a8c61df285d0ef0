use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, skip_deserialising)]
    NotFound(String),
    #[problem(status = 410, skip_deserialize)]
    Gone(String),
    #[problem(status = 409, skip)]
    Conflict(String),
}

fn main() {}
