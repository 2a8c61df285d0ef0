use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, detail = "{} is missing", path)]
    Positional { path: String },
    #[problem(status = 404, detail = "{path} is missing", path = path.len())]
    Named { path: String },
}

fn main() {}
