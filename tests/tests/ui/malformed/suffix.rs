use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "x"y)]
    NotFound,
    #[problem(status = 410, header("x-gone"h = "1"))]
    Name,
    #[problem(status = 410, header("x-gone" = "1"h))]
    Value,
}

fn main() {}
