use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("method not allowed")]
#[problem(status = 405)]
pub struct MethodNotAllowed;

fn main() {}
