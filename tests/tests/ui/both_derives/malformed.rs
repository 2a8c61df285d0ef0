use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
#[problem()]
enum LookupError {
    #[problem = "not_found"]
    NotFound,
    #[problem(status = 404, type = concat!("a", "b"))]
    Type,
    #[problem(status = 410 title = "Gone", header("x-limit", "7"))]
    Gone,
}

fn main() {}
