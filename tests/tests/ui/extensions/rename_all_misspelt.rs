use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(rename_all = "camlCase")]
enum LimitError {
    #[problem(status = 403)]
    LimitReached {
        #[problem(extension)]
        status: u32,
        #[problem(extension)]
        id: u32,
    },
}

fn main() {}
