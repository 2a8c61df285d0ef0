use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, instance = "/limits/{limit}")]
    Named { limit: Option<u32> },
    #[problem(status = 403, instance = "/limits/{0}/{1}")]
    Tuple(u32, Vec<u8>),
}

fn main() {}
