use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("closed")]
#[problem(status = 503)]
struct Closed {
    #[problem(header = "connection")]
    connection: String,
    #[problem(header = "keep-alive")]
    keep_alive: String,
    #[problem(header = "Transfer-Encoding")]
    encoding: String,
    #[problem(header = "trailer")]
    trailer: String,
}

fn main() {}
