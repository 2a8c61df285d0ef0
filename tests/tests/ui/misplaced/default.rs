use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
#[problem(default)]
enum LookupError {
    #[problem(status = 404, default)]
    NotFound(String),
}

#[derive(Debug, Error, Problem, FromProblem)]
#[error("not found")]
#[problem(status = 404, default)]
struct NotFound {
    path: String,
}

fn main() {}
