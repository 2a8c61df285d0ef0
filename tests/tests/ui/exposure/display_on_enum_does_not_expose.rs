use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
#[problem(display)]
enum QueryError {
    #[problem(status = 400, expose)]
    Failed(#[source] std::fmt::Error),
}

fn main() {}
