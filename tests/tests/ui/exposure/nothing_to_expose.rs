use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, display, expose)]
    NotFound,
    #[problem(status = 410, detail = "Gone since {since}.", expose)]
    Gone { since: u32 },
}

#[derive(Debug, Error, Problem)]
#[error("locked")]
#[problem(status = 423, expose)]
struct Locked;

fn main() {}
