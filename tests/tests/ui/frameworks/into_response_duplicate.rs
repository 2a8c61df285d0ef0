use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 500, into_response(tonic, axum, tonic))]
struct Failed;

fn main() {}
