use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(self)]
    NotFound,
    #[problem(_ = 404)]
    Gone,
}

fn main() {}
