use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 410, header("x-gone" = "1", "x-since" = "2"))]
    Comma,
    #[problem(status = 410, header("x-gone" = "1" "x-since" = "2"))]
    NoComma,
}

fn main() {}
