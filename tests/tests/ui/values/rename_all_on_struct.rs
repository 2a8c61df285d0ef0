use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, rename_all = "Kebab-Case")]
struct LimitReached {
    #[problem(extension)]
    max_count: u32,
}

fn main() {}
