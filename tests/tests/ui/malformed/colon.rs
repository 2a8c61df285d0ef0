use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status: 404)]
    NotFound,
    #[problem(status = 410, type: "gone")]
    Gone,
    #[problem(status = 423, header("x-lock": "7"))]
    Locked,
}

fn main() {}
