use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
enum QueryError {
    #[problem(status = 500, detail = "The query failed: {0}", expos)]
    Failed(#[source] std::io::Error),
    #[problem(detail = "{stats} of 10", stats = 404)]
    Stats { stats: u8 },
}

fn main() {}
