use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
#[problem(transparent, display, expose, rename_all = "camelCase")]
struct Wrapped(#[source] problem_core::ProblemDetails);

fn main() {}
