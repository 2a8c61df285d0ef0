use problem_core::Problem;
use thiserror::Error;

#[derive(Debug)]
struct Limit(u32);

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached<T: std::fmt::Debug> {
    #[problem(extension)]
    limit: Option<T>,
}

fn main() {
    drop(LimitReached { limit: Some(7) }.to_json());
    drop(LimitReached { limit: Some(Limit(7)) }.to_json());
}
