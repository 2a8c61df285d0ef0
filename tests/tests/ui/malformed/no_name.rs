use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(= 404)]
    Equals,
    #[problem((status = 404))]
    Parentheses,
    #[problem(#status = 404)]
    Hash,
    #[problem(::status = 404)]
    Path,
}

fn main() {}
