use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("storage failed")]
enum StorageError {
    #[problem(status = 500, detail = "{source}")]
    Read {
        #[problem(default)]
        source: std::fmt::Error,
    },
}

fn main() {}
