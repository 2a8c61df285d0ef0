use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, instance = "/limits/{r#type}")]
    Instance { r#type: u32 },
    #[problem(status = 403, header("x-limit" = "{r#type}"))]
    Header { r#type: u32 },
}

fn main() {}
