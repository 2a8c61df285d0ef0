use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(colour = "red")]
enum LookupError {
    #[problem(status = 404, colour = "red")]
    NotFound {
        #[problem(colour)]
        path: String,
    },
}

fn main() {}
