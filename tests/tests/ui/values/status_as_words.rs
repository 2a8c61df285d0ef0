use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = "Not Found")]
    Phrase,
    #[problem(status = 404.0)]
    Float,
    #[problem(status = 'n')]
    Char,
    #[problem(status = b"404")]
    Bytes,
    #[problem(status = true)]
    Bool,
}

fn main() {}
