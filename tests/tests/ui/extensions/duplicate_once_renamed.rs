use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(rename_all = "camelCase")]
enum LimitError {
    #[problem(status = 403)]
    LimitReached {
        #[problem(extension = "maxCount")]
        maximum: u32,
        #[problem(extension)]
        max_count: u32,
    },
}

fn main() {}
