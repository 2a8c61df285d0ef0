use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
pub enum StorageError {
    #[error(transparent)]
    #[problem(transparent)]
    Read(#[from] std::io::Error),
}

fn main() {}
