use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error(transparent)]
#[problem(status = 500)]
enum QueryError {
    #[problem(detail = "The query failed: {0}")]
    Tuple(std::fmt::Error),
    #[problem(display)]
    Named { inner: std::fmt::Error },
}

fn main() {}
