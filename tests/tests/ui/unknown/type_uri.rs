use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type_uri = "https://example.com/not-found")]
    NotFound,
}

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410, type_uri = "https://example.com/gone")]
struct Gone;

fn main() {}
