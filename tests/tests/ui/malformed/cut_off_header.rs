use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, header())]
    Empty,
    #[problem(status = 404, header("x-path"))]
    Name,
    #[problem(status = 404, header("x-path" =))]
    Equals,
}

fn main() {}
