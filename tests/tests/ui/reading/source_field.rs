use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("storage failed")]
enum StorageError {
    #[problem(status = 500)]
    Read(#[source] std::io::Error),
    #[problem(status = 502)]
    Write {
        source: std::fmt::Error,
        #[problem(extension)]
        path: String,
    },
    #[problem(status = 503)]
    Sync(#[problem(source)] std::fmt::Error),
}

fn main() {}
