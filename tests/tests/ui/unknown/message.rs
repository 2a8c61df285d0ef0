use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, message = "There is nothing here.")]
    NotFound,
    #[problem(status = 410, msg = "It is gone.")]
    Gone,
    #[problem(status = 423, description = "It is locked.")]
    Locked,
}

fn main() {}
