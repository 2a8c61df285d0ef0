use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(extension = "enum")]
    kind: u32,
    #[problem(extension)]
    r#enum: u32,
}

fn main() {}
