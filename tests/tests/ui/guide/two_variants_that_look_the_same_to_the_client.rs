use problem_core::{FromProblem, Problem};

#[derive(Debug, thiserror::Error, Problem, FromProblem)]
pub enum LookupError {
    #[error("vault not found")]
    #[problem(status = 404)]
    Vault,
    #[error("secret not found")]
    #[problem(status = 404)]
    Secret,
}

fn main() {}
