use problem_core::Problem;
use thiserror::Error;

const LIMIT: u32 = 3;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "The limit is {LIMIT}.")]
    LimitReached,
}

fn main() {}
