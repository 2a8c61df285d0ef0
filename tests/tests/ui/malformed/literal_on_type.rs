use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(404)]
enum LookupError {
    NotFound,
}

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, "There is nothing here.")]
struct NotFound;

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(410, "It is gone.")]
struct Gone;

fn main() {}
