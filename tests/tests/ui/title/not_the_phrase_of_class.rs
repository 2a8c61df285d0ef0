use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("teapot")]
#[problem(status = 418, title = "I'm a teapot")]
struct Teapot;

fn main() {}
