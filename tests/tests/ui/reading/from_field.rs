use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
enum StorageError {
    #[error("storage failed")]
    #[problem(status = 500)]
    Read(#[from] std::io::Error),
    #[error(transparent)]
    #[problem(status = 400)]
    Parse(#[from] std::num::ParseIntError),
}

fn main() {}
