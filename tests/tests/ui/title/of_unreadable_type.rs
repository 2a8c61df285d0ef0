use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, type = 7, title = "Limit Reached")]
    Reached,
}

fn main() {}
