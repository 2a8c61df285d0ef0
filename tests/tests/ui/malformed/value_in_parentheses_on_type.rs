use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status(404), challenge("Bearer"), rename_all("camelCase"))]
enum LookupError {
    NotFound,
}

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status(404), type("not_found"), title("Not Found"), detail("Not here."))]
struct NotFound;

fn main() {}
