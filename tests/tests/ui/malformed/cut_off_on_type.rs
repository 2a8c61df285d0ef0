use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
#[problem(status =, base =, header =, challenge =, rename_all =)]
enum LookupError {
    NotFound,
    #[problem(status = 410)]
    Gone,
}

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status =, type =, title =, detail =, instance =)]
struct NotFound;

fn main() {}
