use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upstream failed")]
struct UpstreamFailed {
    status: http::StatusCode,
}

fn main() {}
