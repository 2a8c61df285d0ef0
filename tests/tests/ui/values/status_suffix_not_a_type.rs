use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404u7)]
    NotFound,
}

fn main() {}
