use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(header("x lookup" = "1"))]
enum LookupError {
    #[problem(status = 404, header("x-path:" = "1"))]
    Colon,
    #[problem(status = 404, header("x-päth" = "1"))]
    NonAscii,
    #[problem(status = 404, header("x\n" = "1"))]
    Control,
    #[problem(status = 404, header("{name}" = "1"))]
    Placeholder { name: String },
}

fn main() {}
