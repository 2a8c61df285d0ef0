use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, header("x-limit" = "{limit:y}"))]
struct LimitReached {
    limit: u32,
}

fn main() {}
