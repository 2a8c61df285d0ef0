use problem_core::{FromProblem, Problem};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(status = 404, type = "not_found", title = "Not Found")]
    Vault,
    #[problem(status = 410, type = "not_found", title = "Not Found")]
    Secret,
}

fn main() {}
