use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = codes::NOT_FOUND)]
    Module,
    #[problem(status = Self::GONE)]
    Own,
}

fn main() {}
