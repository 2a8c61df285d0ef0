use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(base = "https://example.com/problems/")]
enum LookupError {
    #[problem(status = 404, type = "lookup_failed")]
    NotFound,
    #[problem(status = 410, type = "https://example.com/problems/lookup_failed")]
    Gone,
    #[problem(status = 423, type = "./lookup_failed")]
    Locked,
}

fn main() {}
