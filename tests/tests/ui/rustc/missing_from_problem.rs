use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404)]
struct NotFound;

fn read<T: FromProblem>(json: &[u8]) -> Option<T> {
    T::from_problem_json(json).ok()?.ok()
}

fn main() {
    println!("{:?}", read::<NotFound>(b"{}"));
}
