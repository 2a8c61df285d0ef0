use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 401)]
    Unauthorized(String),
    #[problem(status = 404, titel = "Not Found")]
    NotFound,
    #[problem(type = "gone")]
    Gone,
}

fn main() {}
