use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upstream failed")]
struct UpstreamFailed {
    #[problem(statu)]
    status: http::StatusCode,
}

fn main() {}
