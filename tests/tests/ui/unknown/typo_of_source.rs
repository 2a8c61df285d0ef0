use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("database")]
#[problem(status = 500, display, expose)]
struct Database {
    #[problem(sorce)]
    cause: std::fmt::Error,
}

fn main() {}
