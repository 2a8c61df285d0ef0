use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
enum QueryError {
    #[problem(status = 500, display)]
    Source(#[source] std::fmt::Error),
    #[problem(status = 500, display)]
    Named { source: std::fmt::Error },
}

fn main() {}
