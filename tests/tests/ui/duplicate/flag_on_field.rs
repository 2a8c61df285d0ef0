use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upstream failed")]
struct UpstreamFailed {
    #[problem(status, status)]
    code: http::StatusCode,
    #[problem(instance, instance)]
    uri: String,
    #[problem(source, source)]
    cause: std::fmt::Error,
}

fn main() {}
