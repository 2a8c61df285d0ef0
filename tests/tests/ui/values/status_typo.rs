use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = NOT_FUOND)]
    NotFound,
    #[problem(status = StatusCode::FORBIDEN)]
    Forbidden,
    #[problem(status = http::StatusCode::CONTENT_TO_LARGE)]
    TooLarge,
}

fn main() {}
