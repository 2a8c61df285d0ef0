extern crate axum_07 as axum;

use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[error("vault not found")]
#[problem(status = 404)]
pub struct VaultNotFound;

#[axum::debug_handler]
async fn show() -> Result<String, VaultNotFound> {
    Err(VaultNotFound)
}

fn main() {}
