use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 429, header("retry-after" = "{seconds}"))]
enum LimitError {
    PerDay { seconds: u32 },
    PerHour { minutes: u32 },
    PerMinute,
}

fn main() {}
