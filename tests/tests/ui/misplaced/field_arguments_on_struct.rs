use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
#[problem(extension)]
#[problem(flatten)]
#[problem(retry_after)]
#[problem(source)]
struct LimitReached(u32);

fn main() {}
