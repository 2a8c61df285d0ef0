use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("query failed")]
enum QueryError {
    #[problem(status = 500)]
    Failed {
        #[problem(flatten)]
        source: ProblemDetails,
    },
}

#[derive(Debug, Error, Problem)]
#[error("query failed")]
#[problem(status = 500)]
struct QueryFailed(
    #[source]
    #[problem(flatten)]
    ProblemDetails,
);

fn main() {}
