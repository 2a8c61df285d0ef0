use problem_core::{FromProblem, Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem, FromProblem)]
#[error("lookup failed")]
enum LookupError {
    #[problem(other = true)]
    Other(ProblemDetails),
}

fn main() {
    let error = LookupError::from(ProblemDetails::new(http::StatusCode::NOT_FOUND));
    println!("{:?}", error.to_response());
}
