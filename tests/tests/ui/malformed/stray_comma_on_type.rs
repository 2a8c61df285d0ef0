use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = 404,, display)]
enum LookupError {
    NotFound,
}

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(, status = 404)]
struct NotFound;

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(,)]
struct Gone;

fn main() {}
