use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upstream failed")]
struct UpstreamFailed {
    #[problem(status)]
    ours: http::StatusCode,
    #[problem(status)]
    theirs: http::StatusCode,
}

fn main() {}
