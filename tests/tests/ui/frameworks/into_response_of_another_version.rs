use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 500, into_response(axum_07))]
struct Unknown;

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 500, into_response(axum_08))]
struct WithoutTheFeature;

fn main() {}
