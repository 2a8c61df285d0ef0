use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "The limit is {limit:width$}.")]
    Named { limit: u32, width: u32 },
    #[problem(status = 403, detail = "The limit is {0:.1$}.")]
    Tuple(f64, u8),
}

fn main() {}
