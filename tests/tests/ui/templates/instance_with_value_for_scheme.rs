use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, instance = "{id}:lookup")]
    Scheme { id: u32 },
}

fn main() {}
