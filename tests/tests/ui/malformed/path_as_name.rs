use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, problem::title = "x")]
    NotFound,
    #[problem(problem::status = 410)]
    Gone,
}

fn main() {}
