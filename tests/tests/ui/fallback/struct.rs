use problem_core::Problem;
use thiserror::Error;

fn send(problem: &impl Problem) -> bytes::Bytes {
    problem.to_json()
}

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 4040)]
struct NotFound;

fn main() {
    println!("{:?}", send(&NotFound));
}
