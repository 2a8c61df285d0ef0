use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(renam_all = "camelCase", bse = "https://example.com/")]
enum LookupError {
    #[problem(status = 404)]
    NotFound,
}

fn main() {}
