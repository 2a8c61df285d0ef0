use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "The limit is {limit:.*}.")]
    Named { limit: f64 },
    #[problem(status = 403, detail = "The limit is {0:.*}.")]
    Tuple(usize, f64),
}

fn main() {}
