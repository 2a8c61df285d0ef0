use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(base = 1, challenge = BEARER, rename_all = camelCase, crate = ::problem_core)]
enum LookupError {
    #[problem(status = 404)]
    NotFound,
}

fn main() {}
