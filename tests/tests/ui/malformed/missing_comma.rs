use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404 type = "x")]
    NotFound,
    #[problem(status = 410, title = "Gone" detail = "It is gone.")]
    Gone,
    #[problem(status = LOCKED type = "locked")]
    Locked,
    #[problem(status = 409, header("x-lock" = "7") detail = "It is locked.")]
    Conflict,
}

fn main() {}
