use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "The limit is {limit}.")]
    Named { limit: Option<u32> },
    #[problem(status = 403, detail = "The limits are {0} and {1:x}.")]
    Tuple(u32, f64),
}

fn main() {}
