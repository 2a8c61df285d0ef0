use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("vault {name} not found")]
#[problem(status = 404, type = "vault_not_found", title = "No vault {name}")]
pub struct VaultNotFound {
    name: String,
}

fn main() {}
