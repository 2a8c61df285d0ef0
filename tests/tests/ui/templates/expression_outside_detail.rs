use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, instance = "/limits/{limit.id}")]
    Instance { limit: u32 },
    #[problem(status = 403, header("x-limit" = "{limit + 1}"))]
    Header { limit: u32 },
}

fn main() {}
