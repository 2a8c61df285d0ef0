use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("race lost")]
#[problem(status = 409, rename_all = "camelCase")]
struct RaceLost {
    #[problem(extension)]
    _1st: u32,
}

fn main() {}
