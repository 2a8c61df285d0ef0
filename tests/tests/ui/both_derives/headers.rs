use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
#[problem(header("x limit" = "7"), challenge = "Bearer realm=")]
enum LookupError {
    #[problem(status = 404, challenge = "Basic")]
    NotFound,
    #[problem(status = 410, header("content-type" = "text/plain"))]
    Gone,
}

fn main() {}
