use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = NOT_FUOND)]
enum LookupError {
    NotFound,
    Missing,
}

#[derive(Debug, Error, Problem)]
#[error("forbidden")]
#[problem(status = StatusCode::FORBIDEN)]
struct Forbidden;

fn main() {}
