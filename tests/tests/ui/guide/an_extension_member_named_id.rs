use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("vault {id} not found")]
#[problem(status = 404, type = "vault_not_found")]
pub struct VaultNotFound {
    #[problem(extension)]
    id: u64,
}

fn main() {}
