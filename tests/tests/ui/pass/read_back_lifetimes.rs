use problem_core::{FromProblem, Problem};
use std::borrow::Cow;

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("lookup failed")]
enum LookupError<'a, 'b: 'a> {
    #[problem(status = 404)]
    NotFound(#[problem(extension = "path")] Cow<'a, str>),
    #[problem(status = 410)]
    Gone(#[problem(default)] &'b str),
    #[problem(status = 409, skip_deserializing)]
    Conflict(#[problem(extension = "path")] &'a str),
}

fn main() {
    let error = LookupError::NotFound(Cow::Borrowed("a/b"));
    assert_eq!(LookupError::from_problem_json(error.to_json().as_ref()).unwrap(), Ok(error));
}
