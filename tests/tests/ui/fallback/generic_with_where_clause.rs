use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed {0}")]
#[problem(statsu = 404)]
struct NotFound<T>(T)
where
    T: Copy;

fn main() {
    let _ = NotFound(1).to_response();
}
