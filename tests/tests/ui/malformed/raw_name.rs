use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(r#status = 404, r#type = "not found")]
    NotFound,
}

fn main() {}
