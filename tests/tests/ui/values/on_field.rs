use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(extension = 1)]
    limit: u32,
    #[problem(extension = current_value)]
    current: u32,
    #[problem(header = X_TIER)]
    tier: u32,
}

fn main() {}
