use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, expose)]
struct LimitReached {
    #[problem(extension header = "x-limit")]
    limit: u32,
    #[problem(flatten source)]
    cause: std::fmt::Error,
}

fn main() {}
