use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(display)]
enum LookupError {
    #[problem(status = 404, display, detail = "There is nothing here.")]
    NotFound,
    #[problem(status = 410, detail = "It is gone.")]
    Gone,
}

fn main() {}
