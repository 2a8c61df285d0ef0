use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, display: true)]
struct LimitError {
    #[problem(extension: "maximum")]
    limit: u32,
    #[problem(retry_after: true)]
    wait: u64,
}

fn main() {}
