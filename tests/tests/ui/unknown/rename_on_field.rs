use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(name = "maximum")]
    limit: u32,
    #[problem(extension, rename = "present")]
    current: u32,
}

fn main() {}
