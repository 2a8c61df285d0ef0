use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("closed")]
#[problem(
    status = 503,
    header("content-encoding" = "gzip"),
    header("Keep-Alive" = "timeout=5"),
    header("proxy-connection" = "close"),
    header("trailer" = "etag")
)]
struct Closed;

fn main() {}
