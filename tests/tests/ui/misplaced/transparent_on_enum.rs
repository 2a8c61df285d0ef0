use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(transparent)]
enum LookupError {
    Format(std::fmt::Error),
}

fn main() {}
