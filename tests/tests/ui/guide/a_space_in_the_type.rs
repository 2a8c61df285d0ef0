use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("balance too low")]
#[problem(status = 403, type = "Out of credit")]
pub struct OutOfCredit;

fn main() {}
