use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 429)]
    Text(#[problem(retry_after)] String),
    #[problem(status = 429)]
    Signed(#[problem(retry_after)] i64),
    #[problem(status = 429)]
    Optional(#[problem(retry_after)] Option<std::time::SystemTime>),
}

fn main() {}
