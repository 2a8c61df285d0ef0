use problem_core::Problem;

#[derive(thiserror::Error, Problem)]
#[error("not found")]
#[problem(status = 404)]
struct NotFound;

fn main() {}
