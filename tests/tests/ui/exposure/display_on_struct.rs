use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
#[problem(status = 500, display)]
struct QueryFailed {
    #[problem(source)]
    cause: std::fmt::Error,
}

fn main() {}
