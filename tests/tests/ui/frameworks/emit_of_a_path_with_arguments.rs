use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("failed")]
#[problem(status = 500, emit(macros::respond<u8>))]
struct Failed;

fn main() {}
