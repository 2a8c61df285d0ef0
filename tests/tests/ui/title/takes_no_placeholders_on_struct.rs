use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, type = "limit_reached", title = "Limit {limit} Reached")]
struct LimitReached {
    limit: u32,
}

fn main() {}
