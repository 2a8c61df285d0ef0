use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(stat)]
    NotFound,
    #[problem(status = 410, tit)]
    Gone,
}

fn main() {}
