use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(header("" = "1"))]
enum LookupError {
    #[problem(status = 404, header("" = "1"))]
    NotFound,
    #[problem(status = 410)]
    Gone(#[problem(header = "")] u32),
}

fn main() {}
