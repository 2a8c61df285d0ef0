use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
enum QueryError {
    #[problem(status = 500)]
    Failed {
        #[source]
        #[problem(instance)]
        cause: std::fmt::Error,
    },
}

#[derive(Debug, Error, Problem)]
#[error("query failed")]
#[problem(status = 500)]
struct QueryFailed(
    #[from]
    #[problem(instance)]
    std::fmt::Error,
);

fn main() {}
