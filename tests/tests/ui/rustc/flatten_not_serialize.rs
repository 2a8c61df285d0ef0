use problem_core::Problem;
use thiserror::Error;

#[derive(Debug)]
struct Limits {
    daily: u32,
}

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached(#[problem(flatten)] Limits);

fn main() {}
