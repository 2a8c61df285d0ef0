use problem_core::{FromProblem, Problem, ProblemDetails};
use std::error::Error;

#[derive(Debug, thiserror::Error, Problem, FromProblem)]
enum CallError<E>
where
    E: Error + 'static,
{
    #[error(transparent)]
    #[problem(transparent)]
    Inner(E),
    #[error(transparent)]
    #[problem(other)]
    Other { details: Box<ProblemDetails> },
}

#[derive(Debug, thiserror::Error, Problem, FromProblem)]
#[error("not found")]
#[problem(status = 404)]
struct NotFound;

fn main() {
    let error = CallError::<NotFound>::from(NotFound.to_details());
    assert!(matches!(error, CallError::Inner(NotFound)));
    let error = CallError::<NotFound>::from(ProblemDetails::new(http::StatusCode::GONE));
    assert!(
        matches!(error, CallError::Other { details } if details.status() == Some(http::StatusCode::GONE))
    );
}
