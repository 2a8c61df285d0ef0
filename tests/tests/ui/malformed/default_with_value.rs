use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(default = 5)]
    limit: u32,
    #[problem(default("anyone"))]
    user: String,
}

fn main() {}
