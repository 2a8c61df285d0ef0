use problem_core::{FromProblem, Problem, ProblemDetails};

#[derive(Debug, PartialEq, FromProblem)]
enum Never {}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("never")]
#[problem(status = 500, base = "https://example.com/", challenge = "Bearer")]
enum NeverWithArguments {}

#[derive(Debug, FromProblem)]
enum NothingRead {
    #[problem(status = 500, skip_deserializing)]
    Storage(std::io::Error),
}

fn main() {
    let details = ProblemDetails::new(http::StatusCode::NOT_FOUND);
    assert!(Never::try_from(details.clone()).is_err());
    assert!(NeverWithArguments::try_from(details.clone()).is_err());
    assert!(NothingRead::try_from(details).is_err_and(|details| details.status().is_some()));
}
