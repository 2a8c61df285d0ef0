use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(extension, flatten, retry_after, source)]
enum LookupError {
    #[problem(status = 404)]
    NotFound,
}

fn main() {}
