use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, detail = "The limit is { limit}.")]
struct LimitReached {
    limit: u32,
}

fn main() {}
