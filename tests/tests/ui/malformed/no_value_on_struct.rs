use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status, type, base, title, detail, instance, header, challenge, rename_all, crate)]
struct NotFound;

fn main() {}
