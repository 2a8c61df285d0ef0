use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, uri = "https://example.com/not-found")]
    NotFound,
    #[problem(status = 410, url = "https://example.com/gone")]
    Gone,
}

fn main() {}
