use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
pub enum QuotaError {
    #[error("{limit} vaults exist")]
    #[problem(status = 403, detail = "The limit of {max} vaults is reached.")]
    LimitReached { limit: u32 },
}

fn main() {}
