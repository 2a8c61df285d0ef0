use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(rename_all = "camelcase")]
enum LimitError {
    #[problem(status = 403, rename_all = "snakecase")]
    LimitReached {
        #[problem(extension)]
        max_count: u32,
    },
}

fn main() {}
