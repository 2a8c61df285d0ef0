use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 500, emit())]
struct Failed;

fn main() {}
