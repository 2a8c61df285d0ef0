use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
enum StorageError {
    #[error(transparent)]
    #[problem(transparent)]
    Read(#[from] std::io::Error),
}

fn main() {}
