use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410)]
struct Gone;

#[derive(Debug, thiserror::Error)]
#[error("not found")]
struct NotFound {
    #[problem(extension)]
    path: String,
}

fn main() {}
