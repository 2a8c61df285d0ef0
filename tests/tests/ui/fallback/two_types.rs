use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(statsu = 404)]
struct NotFound;

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410)]
struct Gone;

fn main() {
    println!("{:?} {:?}", NotFound.to_json(), Gone.to_json());
}
