use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "not_found")]
    Vault,
    #[problem(status = 404, type = "not_found")]
    Secret,
}

fn main() {}
