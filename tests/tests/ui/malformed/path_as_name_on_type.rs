use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(problem::status = 404, problem::display)]
enum LookupError {
    NotFound,
}

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, problem::title = "Not Found")]
struct NotFound;

fn main() {}
