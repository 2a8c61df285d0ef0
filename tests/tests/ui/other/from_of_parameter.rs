use problem_core::{FromProblem, Problem};

#[derive(Debug, thiserror::Error, Problem, FromProblem)]
enum ApiError<E: std::error::Error + 'static> {
    #[error("gone")]
    #[problem(status = 410)]
    Gone,
    #[error(transparent)]
    #[problem(transparent)]
    Inner(#[from] E),
}

fn main() {}
