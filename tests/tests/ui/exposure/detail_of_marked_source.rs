use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
enum QueryError {
    #[problem(status = 500, detail = "The query failed: {cause}")]
    Failed {
        #[problem(source)]
        cause: std::fmt::Error,
    },
}

fn main() {}
