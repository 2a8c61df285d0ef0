use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "lookup_failed")]
    NotFound,
    #[problem(status = 410, type = "lookup_failed")]
    Gone,
    #[problem(status = 423, type = "lookup_failed")]
    Locked,
}

fn main() {}
