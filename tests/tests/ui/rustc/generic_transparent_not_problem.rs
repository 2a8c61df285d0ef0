use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
#[problem(transparent)]
struct Wrapped<T: std::error::Error>(T);

fn main() {
    drop(Wrapped(std::fmt::Error).to_json());
}
