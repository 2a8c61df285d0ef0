use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
enum LimitError {
    #[problem(status = 429, header("Retry-After" = "60"))]
    PerHour(#[problem(retry_after)] u32),
}

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 429, header("retry-after" = "{soft}"))]
struct LimitReached {
    soft: u32,
    #[problem(retry_after)]
    hard: u32,
}

fn main() {}
