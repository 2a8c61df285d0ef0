use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached {
    #[problem(flatten, extension)]
    limits: std::collections::BTreeMap<String, u32>,
    #[problem(extension = "values", flatten)]
    values: std::collections::BTreeMap<String, u32>,
}

fn main() {}
