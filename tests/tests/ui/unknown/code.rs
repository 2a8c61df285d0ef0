use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, code = "not_found")]
    NotFound,
    #[problem(status = 410, kind = "gone")]
    Gone,
}

fn main() {}
