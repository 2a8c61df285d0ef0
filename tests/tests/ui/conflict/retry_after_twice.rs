use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("too many requests")]
#[problem(status = 429, header("Retry-After" = "60"))]
enum LimitError {
    OfEnum(#[problem(retry_after)] u32),
    OfField {
        #[problem(header = "retry-after")]
        text: String,
        #[problem(retry_after)]
        seconds: u32,
    },
}

fn main() {}
