use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
#[problem(transparent, type = "wrapped", title = "Wrapped", detail = "Wrapped.", instance = "/wrapped")]
struct Wrapped(problem_core::ProblemDetails);

fn main() {}
