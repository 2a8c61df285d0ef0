use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, crate = "crate facade")]
struct NotFound;

fn main() {
    println!("{:?}", NotFound.to_json());
}
