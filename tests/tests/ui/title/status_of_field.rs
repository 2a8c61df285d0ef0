use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upstream failed")]
#[problem(title = "Upstream Failed")]
struct UpstreamFailed(#[problem(status)] http::StatusCode);

fn main() {}
