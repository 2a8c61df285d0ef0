use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, instance = "")]
    NotFound,
}

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410, instance = "")]
struct Gone;

fn main() {}
