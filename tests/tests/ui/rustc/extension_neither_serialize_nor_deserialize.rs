use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug)]
struct Limit(u32);

#[derive(Debug, Error, Problem, FromProblem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(extension)]
    limit: Limit,
}

fn main() {}
