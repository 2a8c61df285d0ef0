use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "not_found", title = "")]
    NotFound,
    #[problem(status = 410, type = "gone", title = " ")]
    Gone,
}

fn main() {}
