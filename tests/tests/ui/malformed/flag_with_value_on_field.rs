use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(retry_after = 60)]
    seconds: u32,
    #[problem(flatten = true)]
    more: Vec<(String, u32)>,
    #[problem(instance = "/limits/{0}")]
    uri: String,
    #[problem(source = "cause")]
    cause: std::fmt::Error,
}

fn main() {}
