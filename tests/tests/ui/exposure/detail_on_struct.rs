use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
#[problem(status = 500, detail = "The query failed: {0}")]
struct QueryFailed(#[source] std::fmt::Error);

fn main() {}
