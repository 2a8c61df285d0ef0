use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "/lookups/{path}")]
    NotFound { path: String },
}

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, type = "https://example.com/limits/{0}")]
struct LimitReached(u32);

fn main() {}
