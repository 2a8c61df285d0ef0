use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = 404, header("x-lookup" = " 1"))]
enum LookupError {
    NotFound,
    Missing,
}

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410, header("x-gone" = "since {0}\t"))]
struct Gone(u32);

fn main() {}
