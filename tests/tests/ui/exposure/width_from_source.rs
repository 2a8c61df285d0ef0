use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
#[problem(status = 500, detail = "The query failed: {query:>source$}")]
struct QueryFailed {
    query: String,
    source: std::fmt::Error,
}

fn main() {}
