use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, instance = "/limits/{limit:.*}")]
    Instance { limit: f64 },
    #[problem(status = 403, header("x-limit" = "{0:.*}"))]
    Header(f64),
}

fn main() {}
