use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410)]
struct Gone(#[problem(extension = "-since")] u32, #[problem(extension = "line\nbreak")] u32);

fn main() {}
