use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(Status = 403, renameAll = "camelCase")]
struct LimitReached {
    #[problem(retryAfter)]
    seconds: u32,
}

fn main() {}
