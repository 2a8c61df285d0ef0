use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(statsu = 404)]
struct NotFound;

#[derive(Debug, Error, Problem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(transparent)]
    NotFound(#[from] NotFound),
    #[problem(status = 500)]
    Database,
}

fn main() {
    println!("{:?}", LookupError::from(NotFound).to_response());
}
