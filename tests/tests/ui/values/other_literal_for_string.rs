use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, title = b"x")]
    Bytes,
    #[problem(status = 404, title = c"x")]
    CStr,
    #[problem(status = 404, title = 'x')]
    Char,
    #[problem(status = 404, title = true)]
    Bool,
}

fn main() {}
