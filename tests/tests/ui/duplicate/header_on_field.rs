use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(header = "x-tier", header = "x-plan")]
    tier: u32,
}

fn main() {}
