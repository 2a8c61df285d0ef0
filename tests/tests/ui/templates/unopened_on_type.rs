use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, detail = "The limit is limit}.")]
struct LimitReached {
    limit: u32,
}

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 429, header("retry-after" = "0}"))]
enum LimitError {
    PerDay(u32),
    PerHour(u32),
}

fn main() {}
