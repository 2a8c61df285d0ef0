use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
enum RequestError {
    #[error("upstream failed")]
    #[problem(status = 502, skip_deserializing)]
    Upstream {
        #[from]
        source: problem_core::ProblemDetails,
    },
}

fn main() {}
