use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 500, emit(my_macro!))]
struct Failed;

fn main() {}
