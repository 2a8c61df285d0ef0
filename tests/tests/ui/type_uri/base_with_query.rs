use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(base = "https://example.com/problems/?v=2")]
enum LookupError {
    #[problem(status = 404, type = "not_found")]
    NotFound,
}

fn main() {}
