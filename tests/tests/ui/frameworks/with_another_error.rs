use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 200, into_response(axum, axun))]
struct Failed;

fn main() {}
