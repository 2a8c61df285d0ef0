use std::fmt::Debug;

use problem_core::Problem;
use thiserror::Error;

#[derive(Debug)]
struct Opaque;

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403)]
struct LimitReached<T: Debug, U: Debug> {
    #[problem(extension)]
    limit: Option<T>,
    more: U,
}

fn main() {
    let error = LimitReached { limit: Some(3), more: Opaque };
    assert_eq!(error.to_details().extension("limit"), Some(3));
    assert_eq!(format!("{:?}", error.more), "Opaque");
}
