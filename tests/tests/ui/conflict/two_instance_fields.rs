use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404)]
    NotFound(#[problem(instance)] String, #[problem(instance)] String, #[problem(instance)] String),
}

fn main() {}
