use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403)]
    LimitReached(#[problem(extension)] u32, u32),
}

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410)]
struct Gone(#[problem(extension)] u32);

fn main() {}
