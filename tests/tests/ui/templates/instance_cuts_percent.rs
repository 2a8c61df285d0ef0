use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, instance = "/%{id}")]
    BeforeValue { id: u32 },
    #[problem(status = 404, instance = "/%4{id}")]
    OneDigit { id: u32 },
    #[problem(status = 404, instance = "/{id}%")]
    End { id: u32 },
}

fn main() {}
