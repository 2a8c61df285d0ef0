use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    NotFound,
    Gone(u32),
    Locked { owner: String },
}

fn main() {}
