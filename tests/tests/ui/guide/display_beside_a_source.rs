use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
pub enum ImportError {
    #[error("invalid number: {0}")]
    #[problem(status = 422, display)]
    Number(#[from] std::num::ParseIntError),
}

fn main() {}
