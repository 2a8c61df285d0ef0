use problem_core::{Problem, ProblemDetails};
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("request failed")]
enum RequestError {
    #[problem(status = 404)]
    NotFound(#[problem(default)] String),
    #[problem(status = 404, skip_deserializing)]
    Gone(String),
    #[problem(other)]
    Other(#[from] ProblemDetails),
}

fn main() {
    let error = RequestError::from(ProblemDetails::new(http::StatusCode::GONE));
    assert_eq!(error.to_response().status(), 410);
    assert_eq!(RequestError::Gone(String::new()).to_response().status(), 404);
    assert_eq!(RequestError::NotFound(String::new()).to_response().status(), 404);
}
