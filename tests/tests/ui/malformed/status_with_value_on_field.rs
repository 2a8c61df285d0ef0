use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
struct LimitReached {
    #[problem(status = 403)]
    status: http::StatusCode,
}

fn main() {}
