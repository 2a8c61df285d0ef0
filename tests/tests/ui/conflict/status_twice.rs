use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("upstream failed")]
enum UpstreamError {
    #[problem(status = 502)]
    Failed {
        #[problem(status)]
        status: http::StatusCode,
    },
}

fn main() {}
