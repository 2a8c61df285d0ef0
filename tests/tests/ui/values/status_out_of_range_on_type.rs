use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = 4040)]
enum LookupError {
    NotFound,
    Missing,
}

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 99)]
struct Gone;

fn main() {}
