use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 403, detail = "The limit is {limit}.")]
    Unit,
    #[problem(status = 403, detail = "The limit is {limit}.")]
    EmptyStruct {},
    #[problem(status = 403, detail = "The limit is {0}.")]
    EmptyTuple(),
}

fn main() {}
