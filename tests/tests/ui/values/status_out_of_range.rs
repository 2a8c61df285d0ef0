use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 99999)]
    Overflow,
    #[problem(status = 700)]
    TooBig,
    #[problem(status = 600)]
    JustTooBig,
    #[problem(status = 99)]
    TooSmall,
    #[problem(status = 0)]
    Zero,
}

fn main() {}
