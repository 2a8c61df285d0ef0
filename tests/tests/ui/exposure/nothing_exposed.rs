use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
enum QueryError {
    #[problem(status = 500, expose)]
    Failed(#[source] std::fmt::Error),
    #[problem(status = 400, detail = "The query has no end.", expose)]
    Cut(#[source] std::fmt::Error),
}

#[derive(Debug, Error, Problem)]
#[error("query failed")]
#[problem(status = 500, expose)]
struct QueryFailed(#[source] std::fmt::Error);

fn main() {}
