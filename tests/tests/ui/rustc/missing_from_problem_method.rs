use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404)]
struct NotFound;

fn main() {
    println!("{:?}", NotFound::from_problem_json(b"{}"));
}
