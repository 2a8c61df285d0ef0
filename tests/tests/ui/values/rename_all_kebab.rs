use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(rename_all = "kebab-case")]
enum LimitError {
    #[problem(status = 403, rename_all = "SCREAMING-KEBAB-CASE")]
    LimitReached {
        #[problem(extension)]
        max_count: u32,
    },
}

fn main() {}
