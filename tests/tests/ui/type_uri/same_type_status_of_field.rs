use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upstream failed")]
enum UpstreamError {
    #[problem(status = 502, type = "upstream_failed", title = "Upstream Failed")]
    Unreachable,
    #[problem(type = "upstream_failed", title = "Upstream Failed")]
    Failed(#[problem(status)] http::StatusCode),
}

fn main() {}
