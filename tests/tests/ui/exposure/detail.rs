use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
enum QueryError {
    #[problem(status = 500, detail = "The query failed: {cause}")]
    Named {
        #[source]
        cause: std::fmt::Error,
    },
    #[problem(status = 500, detail = "The query failed: {0:?}")]
    Tuple(#[from] std::fmt::Error),
}

fn main() {}
