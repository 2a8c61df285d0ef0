use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(statsu = 404, type = "not found", title = "{0}")]
    NotFound(u32),
    #[problem(status = 42, extension)]
    Gone,
    #[problem(status = 403, detail = "{limt}")]
    LimitReached {
        #[problem(title = "x")]
        limit: u32,
    },
}

fn main() {}
