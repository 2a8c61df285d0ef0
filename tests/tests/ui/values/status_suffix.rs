use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404px)]
    Unknown,
    #[problem(status = 404f32)]
    Float,
}

fn main() {}
