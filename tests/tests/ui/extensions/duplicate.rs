use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403)]
    LimitReached {
        #[problem(extension)]
        limit: u32,
        #[problem(extension = "limit")]
        maximum: u32,
    },
}

fn main() {}
