use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403)]
    LimitReached {
        #[problem(extension, flatten)]
        limits: std::collections::BTreeMap<String, u32>,
    },
}

fn main() {}
