use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404)]
    NotFound {
        #[problem(extension = "title")]
        name: String,
        #[problem(extension = "type")]
        kind: String,
    },
}

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410)]
struct Gone(#[problem(extension = "detail")] String);

fn main() {}
