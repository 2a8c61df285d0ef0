use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, detail = r"no\{path}")]
    RawNamed { other: u8, path: Vec<u8> },
}

fn main() {}
