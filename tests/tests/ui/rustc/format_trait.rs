use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "The limit is {limit:y}.")]
    Unknown { limit: u32 },
    #[problem(status = 403, detail = "The limit is {limit:5 5}.")]
    Spec { limit: u32 },
}

fn main() {}
