use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(type = "not_found")]
#[problem(title = "Not Found")]
#[problem(detail = "There is nothing here.")]
#[problem(instance = "/here")]
enum LookupError {
    #[problem(status = 404)]
    NotFound,
}

fn main() {}
