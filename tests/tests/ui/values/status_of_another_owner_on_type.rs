use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = codes::NOT_FOUND)]
enum LookupError {
    NotFound,
    Missing,
}

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = Self::GONE)]
struct Gone;

fn main() {}
