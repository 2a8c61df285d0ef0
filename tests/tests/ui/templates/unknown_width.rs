use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "The limit is {limit:>wdth$}.")]
    Width { limit: f64, width: usize },
    #[problem(status = 403, detail = "The limit is {limit:.digits$}.")]
    Precision { limit: f64, width: usize },
    #[problem(status = 403, detail = "The limit is {0:1$}.")]
    Index(f64),
}

fn main() {}
