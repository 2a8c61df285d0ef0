use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(extension)]
    limit: u32,
    user: String,
}

#[derive(Debug, Error, Problem, FromProblem)]
#[error("not found")]
#[problem(status = 404)]
struct NotFound(String);

#[derive(Debug, Error, Problem, FromProblem)]
#[error("storage failed")]
#[problem(status = 500)]
struct StorageFailed(#[from] std::io::Error);

fn main() {}
