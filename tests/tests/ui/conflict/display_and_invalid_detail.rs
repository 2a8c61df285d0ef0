use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, display, detail = "{0}")]
    NotFound(#[source] std::io::Error),
}

fn main() {}
