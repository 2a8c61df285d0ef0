use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, header("x-limits" = "{limits}"))]
enum LimitError {
    PerDay { limits: Vec<u32> },
    PerHour { limits: u32 },
}

fn main() {}
