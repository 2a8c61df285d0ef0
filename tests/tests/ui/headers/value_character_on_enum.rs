use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = 404, header("x-path" = "é"))]
enum LookupError {
    NotFound,
    Gone,
}

fn main() {}
