use problem_core::{Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem)]
enum WrapError {
    #[error(transparent)]
    #[problem(transparent)]
    Inner(#[problem(extension = 5)] ProblemDetails),
}

fn main() {}
