use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(extension == "maximum")]
    limit: u32,
    #[problem(header == "x-current")]
    current: u32,
    #[problem(retry_after == 60)]
    seconds: u32,
}

fn main() {}
