use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, header("x-path" = " a"))]
    Leading,
    #[problem(status = 404, header("x-path" = "a\t"))]
    Trailing,
    #[problem(status = 404, header("x-path" = " "))]
    Only,
    #[problem(status = 404, header("x-path" = "{path} "))]
    AfterValue { path: String },
}

fn main() {}
