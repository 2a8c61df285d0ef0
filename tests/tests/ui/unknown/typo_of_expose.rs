use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("database")]
#[problem(status = 500, display, expse)]
struct Database(#[source] std::fmt::Error);

fn main() {}
