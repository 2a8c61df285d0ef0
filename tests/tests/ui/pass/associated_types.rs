use problem_core::{Problem, ProblemDetails};
use std::fmt::Debug;
use thiserror::Error;

trait Service {
    type Error: Problem + 'static;
    type Limit: Debug;
}

#[derive(Debug)]
struct Vault;

impl Service for Vault {
    type Error = ProblemDetails;
    type Limit = u32;
}

#[derive(Debug, Error, Problem)]
enum Error<T: Service> {
    #[error(transparent)]
    #[problem(transparent)]
    Inner(T::Error),
}

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, detail = "The limit is {limit}.")]
struct Limit<T: Service> {
    #[problem(extension)]
    limit: T::Limit,
}

fn main() {
    let error = Error::<Vault>::Inner(ProblemDetails::new(http::StatusCode::GONE));
    assert_eq!(error.http_status(), 410);
    let details = Limit::<Vault> { limit: 3 }.to_details();
    assert_eq!(details.detail(), Some("The limit is 3."));
    assert_eq!(details.extension("limit"), Some(3));
}
