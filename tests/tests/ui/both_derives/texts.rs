use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
#[problem(base = "https://example.com/problems", crate = "not a path")]
enum LookupError {
    #[problem(status = 404, title = "Nobody Home")]
    Title,
    #[problem(status = 410, type = "not found")]
    Type,
    #[problem(status = 409, type = "template", detail = "{limt} reached")]
    Detail {
        #[problem(extension)]
        limit: u32,
    },
    #[problem(status = 423, type = "unclosed", instance = "/{0")]
    Instance(#[problem(default)] u32),
}

fn main() {}
