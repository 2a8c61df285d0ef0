use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(extention)]
    limit: u32,
    #[problem(flaten)]
    more: Vec<(String, u32)>,
    #[problem(retryafter)]
    seconds: u32,
}

fn main() {}
