use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "limit%2")]
    CutOff,
    #[problem(status = 404, type = "100%")]
    End,
    #[problem(status = 404, type = "limit%zz")]
    NoDigits,
}

fn main() {}
