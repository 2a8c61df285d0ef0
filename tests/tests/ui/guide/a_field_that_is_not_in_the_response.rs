use problem_core::{FromProblem, Problem};

#[derive(Debug, thiserror::Error, Problem, FromProblem)]
#[error("{user} has {limit} vaults")]
#[problem(status = 403, type = "limit_reached")]
pub struct LimitReached {
    #[problem(extension)]
    limit: u32,
    user: String,
}

fn main() {}
