use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403)]
    LimitReached {
        #[problem(extension)]
        id: u32,
        #[problem(extension)]
        _limit: u32,
        #[problem(extension)]
        größe: u32,
    },
}

fn main() {}
