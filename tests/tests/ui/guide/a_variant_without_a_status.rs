use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
pub enum VaultError {
    #[error("vault {id} not found")]
    NotFound { id: u64 },
}

fn main() {}
