use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, instance = "/limits/{limit:0wdth$}")]
    Instance { limit: u32, width: usize },
    #[problem(status = 403, header("x-limit" = "{0:.1$}"))]
    Header(f64),
}

fn main() {}
