use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, header("x-limit" = "{limit}"))]
struct LimitReached {
    limit: Option<u32>,
}

fn main() {}
