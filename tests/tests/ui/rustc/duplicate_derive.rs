use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem, Problem)]
#[error("not found")]
#[problem(status = 404)]
struct NotFound;

fn main() {}
