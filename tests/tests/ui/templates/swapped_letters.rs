use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = 404, detail = "{di}")]
struct NotFound {
    id: u8,
}

fn main() {}
