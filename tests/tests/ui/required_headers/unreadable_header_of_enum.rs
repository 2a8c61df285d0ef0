use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status = 405, header("allow" = "GET, {method}"))]
enum LookupError {
    Method,
    OtherMethod,
}

fn main() {}
