use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitError {
    #[problem(extension,, header = "x-limit")]
    limit: u32,
    #[problem(, retry_after)]
    wait: u64,
}

fn main() {}
