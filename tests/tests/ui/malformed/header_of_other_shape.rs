use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 410, header = "x-gone: 1")]
    Text,
    #[problem(status = 410, header(x_gone = "1"))]
    Word,
    #[problem(status = 410, header("x-gone" = 1))]
    Number,
    #[problem(status = 410, header["x-gone" = "1"])]
    Brackets,
    #[problem(status = 410, header("x-gone", "1"))]
    Comma,
    #[problem(status = 410, header "x-gone" = "1")]
    Bare,
}

fn main() {}
