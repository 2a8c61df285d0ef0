use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403)]
    Number {
        #[problem(extension = 5)]
        id: u32,
    },
    #[problem(status = 403)]
    Word(#[problem(extension = max)] u32),
    #[problem(status = 403)]
    Rename {
        #[problem(extension, rename = "max")]
        id: u32,
    },
}

fn main() {}
