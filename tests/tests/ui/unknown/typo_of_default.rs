use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(defalt)]
    limit: u32,
}

fn main() {}
