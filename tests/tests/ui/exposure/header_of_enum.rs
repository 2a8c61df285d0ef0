use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
#[problem(status = 500, header("x-cause" = "{source}"))]
enum QueryError {
    Failed { source: std::fmt::Error },
    Stopped { source: std::io::Error },
}

fn main() {}
