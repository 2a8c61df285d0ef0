#![deny(warnings)]

mod facade {
    pub(crate) use problem_core::*;
}

use facade::{FromProblem, ProblemDetails};

#[derive(Debug, PartialEq, FromProblem)]
#[problem(crate = "crate::facade")]
enum LookupError {
    #[problem(status = 404)]
    NotFound(#[problem(header = "x-limit")] Option<u32>),
    #[problem(status = 410)]
    Gone(#[problem(header = "x-limit")] u32),
}

fn main() {
    let details = ProblemDetails::new(http::StatusCode::NOT_FOUND);
    assert_eq!(LookupError::try_from(details), Ok(LookupError::NotFound(None)));
}
