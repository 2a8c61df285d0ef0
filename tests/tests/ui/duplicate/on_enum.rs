use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = 404, base = "https://example.com/", display, challenge = "Basic")]
#[problem(rename_all = "camelCase", crate = "problem_core")]
#[problem(status = 410, base = "https://example.org/", display, challenge = "Bearer")]
#[problem(rename_all = "PascalCase", crate = "::problem_core")]
enum LookupError {
    NotFound,
}

fn main() {}
