use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410, rename_all = "camelCase")]
struct Gone {
    #[problem(extension)]
    title_: String,
}

fn main() {}
