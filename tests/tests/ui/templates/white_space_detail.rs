use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, detail = " ")]
    NotFound,
}

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410, detail = "\n\t")]
struct Gone;

fn main() {}
