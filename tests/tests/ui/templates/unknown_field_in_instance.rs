use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, instance = "/limits/{idd}")]
    LimitReached { id: u32 },
}

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, instance = "/paths/{1}")]
struct NotFound(u32);

fn main() {}
