use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem()]
enum LookupError {
    #[problem()]
    NotFound,
    #[problem(status = 410)]
    Gone {
        #[problem()]
        since: u32,
    },
}

fn main() {}
