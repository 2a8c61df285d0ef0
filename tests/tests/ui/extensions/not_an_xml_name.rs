use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403)]
    LimitReached {
        #[problem(extension = "")]
        empty: u32,
        #[problem(extension = "max count")]
        space: u32,
        #[problem(extension = "2nd")]
        digit: u32,
        #[problem(extension = "$id")]
        dollar: u32,
        #[problem(extension = "a:b")]
        colon: u32,
    },
}

fn main() {}
