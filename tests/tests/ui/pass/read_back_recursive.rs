use problem_core::{FromProblem, Problem};
use std::fmt::Debug;
use std::marker::PhantomData;

#[derive(Debug, thiserror::Error, Problem, FromProblem)]
#[error("lookup failed")]
enum LookupError<T: Debug> {
    #[problem(status = 404)]
    NotFound(#[problem(default)] Vec<LookupError<T>>, #[problem(default)] PhantomData<T>),
    #[problem(transparent)]
    Inner(Box<LookupError<T>>),
}

#[derive(Debug, thiserror::Error, Problem, FromProblem)]
#[error("lookup failed")]
enum Itself {
    #[problem(transparent)]
    Inner(std::sync::Arc<Self>),
}

fn main() {
    let error = LookupError::<fn()>::from_problem_json(br#"{"status":404}"#).unwrap();
    assert!(matches!(error, Ok(LookupError::NotFound(errors, PhantomData)) if errors.is_empty()));
    assert!(LookupError::<fn()>::from_problem_json(br#"{"status":410}"#).unwrap().is_err());
    assert!(Itself::from_problem_json(b"{}").unwrap().is_err());
}
