use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(transparent)]
    Io(std::io::Error),
}

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(transparent)]
struct LookupFailed {
    source: std::fmt::Error,
}

fn main() {}
