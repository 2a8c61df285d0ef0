use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
enum QueryError {
    #[problem(status = 500, display, instance = "/{source}", header("x-cause" = "{source}"))]
    Failed { source: std::fmt::Error },
}

fn main() {}
