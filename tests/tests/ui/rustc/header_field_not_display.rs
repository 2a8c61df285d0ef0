use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(header = "x-limits")]
    limits: Vec<u32>,
    #[problem(header = "x-others")]
    others: Option<Vec<u32>>,
}

fn main() {}
