use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(extension = "maximum"e)]
    limit: u32,
    #[problem(header = "x-current"h)]
    current: u32,
}

fn main() {}
