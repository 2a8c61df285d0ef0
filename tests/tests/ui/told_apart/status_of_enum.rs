use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
#[problem(status = 404)]
enum LookupError {
    Vault,
    #[problem(type = "secret_not_found")]
    Secret,
    Agent,
}

fn main() {}
