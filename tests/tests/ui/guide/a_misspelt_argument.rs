use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("vault not found")]
#[problem(status = 404, details = "There is no such vault.")]
pub struct VaultNotFound;

fn main() {}
