use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(rename_all = "spongebob")]
enum LimitError {
    #[problem(status = 403, rename_all = "")]
    LimitReached {
        #[problem(extension)]
        max_count: u32,
    },
}

fn main() {}
