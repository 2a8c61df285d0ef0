use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "https://[::1/not-found")]
    Bracket,
    #[problem(status = 404, type = "https://example.com:port/not-found")]
    Port,
}

fn main() {}
