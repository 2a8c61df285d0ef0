use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "The limit is {limt}.")]
    Typo { limit: u32 },
    #[problem(status = 403, detail = "The limit is {maximum}.")]
    NothingSimilar { limit: u32, current: u32 },
}

fn main() {}
