use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, type = "not_found", base = "urn:example:problems")]
struct NotFound;

fn main() {}
