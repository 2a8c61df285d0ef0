use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upstream failed")]
struct UpstreamFailed {
    #[problem(status)]
    status: u16,
}

#[derive(Debug, Error, Problem)]
#[error("upstream failed")]
struct MaybeFailed(#[problem(status)] Option<http::StatusCode>);

fn main() {}
