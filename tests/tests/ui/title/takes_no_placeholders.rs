use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "not_found", title = "{0} missing")]
    NotFound(String),
    #[problem(status = 410, type = "gone", title = "{path:?} gone")]
    Gone { path: String },
}

fn main() {}
