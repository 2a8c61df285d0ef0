use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, detail = "The limit is of type {r#type}.")]
struct LimitReached {
    r#type: u32,
}

fn main() {}
