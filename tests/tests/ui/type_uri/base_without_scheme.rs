use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, type = "not_found", base = "/problems/")]
struct NotFound;

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410, type = "gone", base = "example.com/problems/")]
struct Gone;

#[derive(Debug, Error, Problem)]
#[error("locked")]
#[problem(status = 423, type = "locked", base = "")]
struct Locked;

fn main() {}
