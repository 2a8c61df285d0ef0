use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("query failed")]
enum QueryError {
    #[problem(status = 500)]
    Failed {
        #[source]
        #[problem(extension)]
        cause: ProblemDetails,
    },
    #[problem(status = 502)]
    Upstream {
        #[problem(extension = "upstream")]
        source: ProblemDetails,
    },
}

#[derive(Debug, Error, Problem, FromProblem)]
#[error("query failed")]
#[problem(status = 500, rename_all = "camelCase")]
struct QueryFailed {
    #[problem(source, extension)]
    first_cause: Option<ProblemDetails>,
}

fn main() {}
