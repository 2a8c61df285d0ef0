use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
pub enum TransferError {
    #[error("cannot reach the bank")]
    #[problem(status = 502, detail = "Cannot reach the bank: {source}")]
    Bank { source: std::io::Error },
}

fn main() {}
