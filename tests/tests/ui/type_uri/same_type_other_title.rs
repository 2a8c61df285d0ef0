use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "not_found", title = "Not Here")]
    NotHere,
    #[problem(status = 404, type = "not_found", title = "Not There")]
    NotThere,
    #[problem(status = 404, type = "not_found")]
    Nowhere,
}

fn main() {}
