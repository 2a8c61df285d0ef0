use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(header("content-type" = "text/plain"))]
enum LookupError {
    #[problem(status = 404, header("Content-Type" = "application/json"))]
    NotFound,
    #[problem(status = 410)]
    Gone(#[problem(header = "content-type")] String),
}

fn main() {}
