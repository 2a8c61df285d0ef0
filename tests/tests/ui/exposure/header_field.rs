use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
enum QueryError {
    #[problem(status = 500)]
    Failed {
        #[source]
        #[problem(header = "x-cause")]
        cause: std::fmt::Error,
    },
}

#[derive(Debug, Error, Problem)]
#[error("query failed")]
#[problem(status = 500)]
struct QueryFailed(
    #[from]
    #[problem(header = "x-cause")]
    std::fmt::Error,
);

fn main() {}
