use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
enum LookupError {
    #[problem(status = 404, type = "/not-found", title = "Not Here")]
    NoUser,
    #[problem(status = 999, type = "/not-found", title = "Not Here")]
    NoGroup,
    #[problem(type = "/not-found", title = "Not Here")]
    NoRole,
}

fn main() {}
