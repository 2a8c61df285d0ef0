use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, rename_all = "camelCase")]
struct LimitReached {
    #[problem(extension)]
    a_: u32,
}

fn main() {}
