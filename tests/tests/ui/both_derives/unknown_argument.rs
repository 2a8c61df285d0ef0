use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
#[problem(renameall = "camelCase")]
enum LookupError {
    #[problem(statsu = 404)]
    NotFound {
        #[problem(extention)]
        path: String,
    },
}

fn main() {}
