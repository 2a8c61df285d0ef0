use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upstream failed")]
enum UpstreamError {
    Status(#[problem(status)] http::StatusCode, #[problem(status)] http::StatusCode),
    #[problem(status = 502)]
    Source(#[problem(source)] std::fmt::Error, #[problem(source)] std::fmt::Error),
    #[problem(status = 503)]
    RetryAfter(#[problem(retry_after)] u32, #[problem(retry_after)] u32),
}

fn main() {}
