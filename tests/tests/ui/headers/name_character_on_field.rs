use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403)]
    LimitReached {
        #[problem(header = "x limit")]
        limit: u32,
        #[problem(header = "x-current: ")]
        current: u32,
    },
}

fn main() {}
