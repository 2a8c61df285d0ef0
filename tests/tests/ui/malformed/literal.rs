use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(404)]
    Number,
    #[problem("not_found")]
    Text,
    #[problem(-404)]
    Negative,
    #[problem(status = 404, 'x')]
    Char,
}

fn main() {}
