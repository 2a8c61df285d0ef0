use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("method not allowed")]
#[problem(status = 405, header("allow" = ""))]
struct MethodNotAllowed;

fn main() {
    assert_eq!(MethodNotAllowed.to_response().headers()["allow"], "");
}
