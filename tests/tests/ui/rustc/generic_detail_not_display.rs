use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, detail = "The limit is {limit}.")]
struct LimitReached<T: std::fmt::Debug> {
    limit: T,
}

fn main() {
    drop(LimitReached { limit: Some(7) }.to_json());
}
