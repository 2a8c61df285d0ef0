use problem_core::{FromProblem, Problem, ProblemDetails};

#[derive(Debug, thiserror::Error, Problem, FromProblem)]
enum RequestError {
    #[error("not found")]
    #[problem(status = 404)]
    NotFound,
    #[error(transparent)]
    #[problem(other)]
    Other(#[from] Box<ProblemDetails>),
}

fn main() {
    let details = ProblemDetails::new(http::StatusCode::NOT_FOUND);
    assert!(matches!(RequestError::from(details.clone()), RequestError::NotFound));
    assert!(matches!(RequestError::from(Box::new(details)), RequestError::Other(_)));
}
