//! Tests of errors within errors.

use crate::read;
use http::StatusCode;
use problem_core::{FromProblem, Problem, ProblemDetails};
use std::cell::Cell;
use std::sync::Arc;

#[derive(Debug, PartialEq, FromProblem)]
enum Outer {
    #[problem(type = "urn:e:own")]
    Own,
    #[problem(transparent)]
    First(First),
    #[problem(transparent)]
    Second(Box<Second>),
    #[problem(transparent)]
    ByHand(Arc<ByHand>),
    #[problem(transparent, skip_deserializing)]
    #[allow(dead_code, reason = "the test checks that it is not read back")]
    Skipped(ProblemDetails),
}

#[derive(Debug, PartialEq, FromProblem)]
enum First {
    #[problem(type = "urn:e:own")]
    Own,
    #[problem(type = "urn:e:both")]
    Both {
        #[problem(extension)]
        number: u8,
    },
}

#[derive(Debug, PartialEq, FromProblem)]
#[problem(transparent)]
struct Second(Innermost);

#[derive(Debug, PartialEq, FromProblem)]
#[problem(type = "urn:e:both")]
struct Innermost;

#[derive(Debug, PartialEq)]
struct ByHand(StatusCode);

impl FromProblem for ByHand {
    fn from_problem(details: ProblemDetails) -> Result<Self, ProblemDetails> {
        match details.status() {
            Some(status) if status.is_server_error() => Ok(Self(status)),
            _ => Err(details),
        }
    }
}

#[test]
fn inner_errors_are_tried_after_the_other_variants_and_in_order() {
    for (json, expected) in [
        (r#"{"type":"urn:e:own"}"#, Some(Outer::Own)),
        (r#"{"type":"urn:e:both","number":7}"#, Some(Outer::First(First::Both { number: 7 }))),
        // If the first inner error does not match, the next one is tried.
        (r#"{"type":"urn:e:both","number":777}"#, Some(Outer::Second(Box::new(Second(Innermost))))),
        (r#"{"status":503}"#, Some(Outer::ByHand(Arc::new(ByHand(StatusCode::SERVICE_UNAVAILABLE))))),
        (r#"{"status":404}"#, None),
    ] {
        assert_eq!(read(json), expected, "{json}");
    }
    assert_eq!(read(r#"{"type":"urn:e:own"}"#), Some(First::Own));
}

#[derive(Debug, PartialEq, FromProblem)]
enum Recursive {
    #[problem(status = 404)]
    Leaf,
    #[problem(transparent)]
    Itself(Box<Recursive>),
    #[problem(transparent)]
    ByWayOf(Box<Mutual>),
}

#[derive(Debug, PartialEq, FromProblem)]
#[problem(transparent)]
struct Mutual(Recursive);

#[test]
fn the_search_in_a_recursive_error_ends() {
    assert_eq!(read(r#"{"status":404}"#), Some(Recursive::Leaf));
    assert_eq!(read(r#"{"status":405}"#), None::<Recursive>);
    assert_eq!(read(r#"{"status":405}"#), None::<Mutual>);
}

#[derive(Debug, PartialEq, FromProblem)]
enum Chain {
    #[problem(transparent)]
    Within(Box<Chain>),
    #[problem(transparent)]
    Leaf(Innermost),
}

#[derive(Debug, PartialEq, FromProblem)]
enum ChainOfSelf {
    #[problem(transparent)]
    Within(Box<Self>),
    #[problem(transparent)]
    Leaf(Innermost),
}

/// The leaf would also match within `Within`, at any depth.
#[test]
fn other_inner_errors_are_tried_before_the_type_itself() {
    assert_eq!(read(r#"{"type":"urn:e:both"}"#), Some(Chain::Leaf(Innermost)));
    assert_eq!(read(r#"{"type":"urn:e:both"}"#), Some(ChainOfSelf::Leaf(Innermost)));
    assert_eq!(read(r#"{"type":"urn:e:other"}"#), None::<Chain>);
}

/// Matches no problem, and counts how often it was tried.
#[derive(Debug, PartialEq)]
struct Never;

thread_local! {
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

impl FromProblem for Never {
    fn from_problem(details: ProblemDetails) -> Result<Self, ProblemDetails> {
        ASKED.set(ASKED.get() + 1);
        Err(details)
    }
}

type Four<T> = Either<Either<T, T>, Either<T, T>>;

#[derive(Debug, PartialEq, FromProblem)]
enum Either<A, B> {
    #[problem(transparent)]
    A(A),
    #[problem(transparent)]
    B(B),
}

#[test]
fn a_wide_tree_of_errors_is_searched_completely() {
    let details = ProblemDetails::new(StatusCode::NOT_FOUND);
    let read = Either::<Four<Four<Four<Four<Four<Never>>>>>, Recursive>::from_problem(details);
    assert_eq!(read, Ok(Either::B(Recursive::Leaf)));
    assert_eq!(ASKED.get(), 1024);
}

#[derive(Debug, PartialEq, FromProblem)]
enum Branching {
    #[problem(transparent)]
    Never(Never),
    #[problem(transparent)]
    Itself(Box<Branching>),
    #[problem(transparent)]
    ByWayOf(Box<OtherBranch>),
}

#[derive(Debug, PartialEq, FromProblem)]
#[problem(transparent)]
struct OtherBranch(Branching);

/// Each level has more to search than the one above, so a limit on the depth alone would allow millions of attempts.
#[test]
fn the_search_in_an_endlessly_branching_error_is_given_up() {
    let details = ProblemDetails::new(StatusCode::NOT_FOUND);
    assert_eq!(Branching::from_problem(details.clone()), Err(details));
    assert!((1..=u32::from(u16::MAX)).contains(&ASKED.get()), "{}", ASKED.get());
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
enum Wrapped<E> {
    #[error("own")]
    #[problem(status = 404)]
    Own,
    #[error(transparent)]
    #[problem(transparent)]
    Inner(E),
}

#[test]
fn pointers_and_details_can_be_read() {
    assert_eq!(read(r#"{"status":404}"#), Some(Box::new(Recursive::Leaf)));
    assert_eq!(read(r#"{"status":404}"#), Some(Arc::new(Recursive::Leaf)));
    let details = ProblemDetails::new(StatusCode::GONE).with_title("T");
    assert_eq!(read(r#"{"status":410,"title":"T"}"#), Some(details.clone()));
    assert_eq!(read(r#"{"status":410,"title":"T"}"#), Some(Wrapped::Inner(details.clone())));
    assert_eq!(
        read(r#"{"status":410,"title":"T"}"#),
        Some(Wrapped::Inner(Box::new(Wrapped::Inner(details))))
    );
}
