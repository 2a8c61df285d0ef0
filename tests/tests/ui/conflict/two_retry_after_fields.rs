use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 429)]
struct LimitReached {
    #[problem(retry_after)]
    soft: u32,
    #[problem(retry_after)]
    hard: u32,
}

fn main() {}
