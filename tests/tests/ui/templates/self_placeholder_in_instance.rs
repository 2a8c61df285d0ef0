use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, instance = "/limits/{self}")]
struct LimitReached {
    limit: u32,
}

fn main() {}
