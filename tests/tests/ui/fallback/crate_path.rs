use problem_core::Problem;
use thiserror::Error;

mod facade {
    pub use problem_core as problem;
}

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(statsu = 404, crate = "crate::facade::problem")]
struct NotFound;

fn main() {
    println!("{:?}", NotFound.to_json());
}
