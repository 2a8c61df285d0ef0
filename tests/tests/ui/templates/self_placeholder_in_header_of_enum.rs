use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, header("x-error" = "{self}"))]
enum LimitError {
    PerDay { limit: u32 },
    PerHour,
}

fn main() {}
