use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
enum QueryError {
    #[error(transparent)]
    #[problem(status = 500, display)]
    Failed(std::fmt::Error),
}

fn main() {}
