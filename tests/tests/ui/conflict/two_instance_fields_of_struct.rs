use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404)]
struct NotFound {
    #[problem(instance)]
    ours: String,
    #[problem(instance)]
    theirs: String,
}

fn main() {}
