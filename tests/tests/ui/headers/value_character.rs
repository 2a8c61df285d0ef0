use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, header("x-path" = "a\r\nb: c"))]
    LineBreak,
    #[problem(status = 404, header("x-path" = "müll"))]
    NonAscii,
    #[problem(status = 404, header("x-path" = "{path}\0"))]
    AfterValue { path: String },
}

fn main() {}
