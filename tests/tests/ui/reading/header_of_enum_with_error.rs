use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("limit reached")]
#[problem(header("x limit" = "{limit}"))]
enum LimitError {
    #[problem(status = 403)]
    LimitReached { limit: u32 },
}

fn main() {}
