use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410, header("x-gone" = "\u{7f}"))]
struct Gone;

fn main() {}
