use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
enum LookupError {
    NotFound,
    #[problem(title = "Gone")]
    Gone,
}

fn main() {}
