use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
struct NotFound;

#[derive(Debug, Error, Problem)]
#[error("gone")]
struct Gone(u32);

#[derive(Debug, Error, Problem)]
#[error("locked")]
#[problem(type = "locked")]
struct Locked {
    owner: String,
}

fn main() {}
