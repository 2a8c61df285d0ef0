use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "404:not-found")]
    Digit,
    #[problem(status = 404, type = "not_found:path")]
    Underscore,
    #[problem(status = 404, type = ":not-found")]
    Empty,
}

fn main() {}
