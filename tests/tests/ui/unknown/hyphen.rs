use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, rename-all = "camelCase")]
struct LimitReached {
    #[problem(retry-after)]
    seconds: u32,
}

fn main() {}
