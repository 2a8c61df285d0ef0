use problem_core::Problem;
use serde::Serialize;
use std::fmt::Debug;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[error("not found")]
#[problem(status = 404, detail = "There is no {path}.", header("x-path" = "{path}"))]
struct NotFound {
    #[problem(extension)]
    path: str,
}

#[derive(Debug, Error, Problem)]
#[error("limit reached")]
#[problem(status = 403, detail = "The limits are {limits:?}.")]
struct LimitReached<T: Debug + ?Sized> {
    tier: u32,
    #[problem(extension)]
    limits: T,
}

#[derive(Debug, Error, Problem)]
#[error("gone")]
#[problem(status = 410)]
struct Gone<T: Debug + Serialize + ?Sized>(#[problem(flatten)] T);

fn is_problem<T: Problem + ?Sized>() {}

fn main() {
    is_problem::<NotFound>();
    is_problem::<Gone<str>>();
    let error: &LimitReached<[u32]> = &LimitReached { tier: 1, limits: [3, 5] };
    assert_eq!(error.to_details().detail(), Some("The limits are [3, 5]."));
    assert_eq!(error.to_details().extension("limits"), Some([3, 5]));
}
