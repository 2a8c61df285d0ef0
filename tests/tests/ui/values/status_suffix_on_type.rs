use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = 404px)]
enum LookupError {
    NotFound,
    Missing,
}

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410f32)]
struct Gone;

fn main() {}
