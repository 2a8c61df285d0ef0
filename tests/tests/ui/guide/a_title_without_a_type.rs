use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("vault not found")]
#[problem(status = 404, title = "Vault Not Found")]
pub struct VaultNotFound;

fn main() {}
