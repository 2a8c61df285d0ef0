use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
enum WrapError<E: std::error::Error + 'static> {
    #[error(transparent)]
    #[problem(transparent)]
    Inner(#[from] E),
}

fn main() {}
