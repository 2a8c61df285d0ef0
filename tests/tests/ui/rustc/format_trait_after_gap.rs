use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, detail = "no {1:y}")]
    Gap(u8, u8),
}

fn main() {}
