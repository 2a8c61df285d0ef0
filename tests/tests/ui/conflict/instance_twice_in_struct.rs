use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, instance = "/lookups/{id}")]
struct NotFound {
    id: u32,
    #[problem(instance)]
    uri: String,
}

fn main() {}
