use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, extension)]
    Extension(u32),
    #[problem(status = 404, extension = "path")]
    Named(String),
    #[problem(status = 404, flatten)]
    Flatten(Vec<(String, u32)>),
    #[problem(status = 404, retry_after)]
    RetryAfter(u32),
    #[problem(status = 404, source)]
    Source(std::fmt::Error),
}

fn main() {}
