use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404 as u16)]
    Cast,
    #[problem(status = 404 NOT_FOUND)]
    Constant,
}

fn main() {}
