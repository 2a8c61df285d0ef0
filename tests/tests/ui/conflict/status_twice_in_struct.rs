use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upstream failed")]
#[problem(status = 502)]
struct UpstreamFailed(#[problem(status)] http::StatusCode);

fn main() {}
