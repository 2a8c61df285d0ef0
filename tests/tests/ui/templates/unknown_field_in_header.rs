use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, header("x-limit" = "{limt}"))]
    LimitReached { limit: u32 },
}

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, header("x-path" = "{path}"))]
struct NotFound;

fn main() {}
