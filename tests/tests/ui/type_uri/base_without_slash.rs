use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(base = "https://example.com/problems")]
enum LookupError {
    #[problem(status = 404, type = "not_found")]
    NotFound,
    #[problem(status = 410, type = "../gone")]
    Gone,
    #[problem(status = 423, type = "/locked")]
    Locked,
}

fn main() {}
