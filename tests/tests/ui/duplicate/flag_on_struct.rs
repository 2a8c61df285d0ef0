use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
#[problem(status = 500, display, expose, display, expose)]
struct QueryFailed(#[source] std::fmt::Error);

#[derive(Debug, Error, Problem)]
#[error("wrapped")]
#[problem(transparent, transparent)]
struct Wrapped(problem_core::ProblemDetails);

fn main() {}
