use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 401)]
    Unauthorized,
    #[problem(status = 405)]
    Method {
        #[problem(header = "allow")]
        allow: Option<String>,
    },
}

fn main() {}
