use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
enum WrapError {
    #[error(transparent)]
    Inner(problem_core::ProblemDetails),
}

fn main() {}
