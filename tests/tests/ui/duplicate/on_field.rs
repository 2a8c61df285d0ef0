use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(extension, extension = "maximum")]
    limit: u32,
    #[problem(flatten, flatten)]
    more: std::collections::BTreeMap<String, u32>,
    #[problem(retry_after, retry_after)]
    seconds: u32,
}

fn main() {}
