use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, header("x-error" = "{self}"))]
struct LimitReached(u32);

fn main() {}
