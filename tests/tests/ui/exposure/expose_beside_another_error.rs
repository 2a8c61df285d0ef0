use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
enum QueryError {
    #[problem(status = 500, detail = "The query failed: {sorce}", expose)]
    UnknownField { source: std::fmt::Error },
    #[problem(status = 500, detail = "The query failed: {source", expose)]
    Unclosed { source: std::fmt::Error },
    #[problem(status = 500, header("x cause" = "{source}"), expose)]
    HeaderName { source: std::fmt::Error },
}

fn main() {}
