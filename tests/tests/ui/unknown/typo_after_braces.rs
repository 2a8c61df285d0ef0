use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(detail = "an empty object: {{}}", stauts = 403)]
    Status,
    #[problem(status = 401, detail = "an empty object: {{}}", chalenge = "Bearer")]
    Challenge,
}

fn main() {}
