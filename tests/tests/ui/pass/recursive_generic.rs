//! A type that contains itself. A bound on its field would require the type to be a problem in order to be one.

use problem_core::Problem;
use thiserror::Error;

#[derive(Debug, Error, Problem)]
enum Nested<T> {
    #[error("nested")]
    #[problem(transparent)]
    Inner(Box<Nested<T>>),
    #[error("leaf")]
    #[problem(status = 409, detail = "{0}")]
    Leaf(T),
}

fn main() {
    let nested = Nested::Inner(Box::new(Nested::Leaf(7)));
    assert_eq!(nested.to_details().detail(), Some("7"));
}
