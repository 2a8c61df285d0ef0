use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, detail = "sorry: {self}")]
struct LimitReached;

fn main() {}
