use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(extension; header = "x-limit")]
    limit: u32,
    #[problem(extension = "present"; header = "x-current")]
    current: u32,
}

fn main() {}
