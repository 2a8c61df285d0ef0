use problem_core::{Problem, ProblemDetails};
use std::fmt::Debug;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("either")]
enum Either<'a, 'b, T: Problem> {
    #[problem(transparent)]
    Left(&'a T),
    #[problem(transparent)]
    Right(&'b T),
}

#[derive(Debug, Error, Problem)]
#[error("conflict")]
#[problem(status = 409, detail = "{ours} is not {theirs}", header("x-theirs" = "{theirs}"))]
struct Conflict<'a, 'b, T: Debug> {
    #[problem(extension)]
    ours: &'a T,
    #[problem(extension)]
    theirs: &'b T,
}

fn main() {
    let gone = ProblemDetails::new(http::StatusCode::GONE);
    assert_eq!(Either::Left(&gone).http_status(), 410);
    assert_eq!(Either::Right(&gone).http_status(), 410);
    let details = Conflict { ours: &1, theirs: &2 }.to_details();
    assert_eq!(details.detail(), Some("1 is not 2"));
    assert_eq!(details.extension("theirs"), Some(2));
}
