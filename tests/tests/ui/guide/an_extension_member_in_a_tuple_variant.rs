use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
pub enum QuotaError {
    #[error("{0} vaults exist")]
    #[problem(status = 403, type = "limit_reached")]
    LimitReached(#[problem(extension)] u32),
}

fn main() {}
