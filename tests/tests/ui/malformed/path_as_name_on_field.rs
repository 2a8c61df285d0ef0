use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(problem::extension)]
    limit: u32,
    #[problem(extension, problem::header = "x-current")]
    current: u32,
}

fn main() {}
