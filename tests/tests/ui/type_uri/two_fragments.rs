use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "https://example.com/problems#lookup#not-found")]
    NotFound,
}

fn main() {}
