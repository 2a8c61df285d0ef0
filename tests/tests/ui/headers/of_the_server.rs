use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, header("content-length" = "0"))]
    Length,
    #[problem(status = 404, header("Transfer-Encoding" = "chunked"))]
    Encoding,
    #[problem(status = 404, header("connection" = "close"))]
    Connection,
    #[problem(status = 410)]
    Field(#[problem(header = "content-length")] u32),
}

fn main() {}
