use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
enum QueryError {
    #[error(transparent)]
    #[problem(status = 500, detail = "The query failed: {0}")]
    Failed(std::fmt::Error),
}

fn main() {}
