use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
pub enum ApiError {
    #[error("too many requests")]
    #[problem(status = 429, retry_after = 60)]
    TooManyRequests,
}

fn main() {}
