use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upstream failed")]
enum UpstreamError {
    #[problem(type = "upstream_failed", title = "Upstream Failed")]
    Failed(#[problem(status)] http::StatusCode),
    #[problem(status = 502, type = "upstream_failed", title = "Upstream Failed")]
    Unreachable,
}

fn main() {}
