use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("limit reached")]
#[problem(status = 403, rename_all = "kebab-case")]
struct LimitReached {
    #[problem(extension)]
    limit: u32,
    #[problem(extension = "title")]
    name: String,
    #[problem(extension = "limit")]
    maximum: u32,
}

fn main() {}
