use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, title = "x".to_owned())]
    Method,
    #[problem(status = 404, detail = "a" + "b")]
    Sum,
}

fn main() {}
