use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "not found")]
    Space,
    #[problem(status = 404, type = "limit_{0}")]
    Brace,
    #[problem(status = 404, type = "limit\n")]
    Control,
    #[problem(status = 404, type = "müll")]
    NonAscii,
    #[problem(status = 404, type = "https://example.com/a\\b")]
    Backslash,
}

fn main() {}
