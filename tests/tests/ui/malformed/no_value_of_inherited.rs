use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status)]
enum LookupError {
    NotFound,
    #[problem(rename_all)]
    Gone {
        #[problem(extension)]
        gone_since: u32,
    },
}

fn main() {}
