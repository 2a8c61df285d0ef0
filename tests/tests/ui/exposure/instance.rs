use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
enum QueryError {
    #[problem(status = 500, instance = "/failures/{source}")]
    Failed { source: std::fmt::Error },
}

#[derive(Debug, Error, Problem)]
#[error("query failed")]
#[problem(status = 500, instance = "/failures/{0}")]
struct QueryFailed(#[from] std::fmt::Error);

fn main() {}
