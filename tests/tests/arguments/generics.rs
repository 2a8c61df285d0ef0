//! Tests that the derive requires bounds only where a type parameter is serialised or formatted.

use problem_core::Problem;
use problem_tests::{body, wire};
use serde::Serialize;
use std::error::Error;
use std::fmt::{self, Debug, Display};
use std::marker::PhantomData;

/// Implements the traits that the derive requires of an error, without further bounds on the parameters.
macro_rules! error {
    ([$($generics:tt)*] $ty:ty) => {
        impl<$($generics)*> Debug for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("debug")
            }
        }

        impl<$($generics)*> Display for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("display")
            }
        }

        impl<$($generics)*> Error for $ty {}
    };
}

/// A type that can be neither formatted nor serialised.
struct Bare;

trait Named {
    type Name;
}

impl Named for Bare {
    type Name = &'static str;
}

#[derive(Problem)]
#[problem(status = 409)]
enum Generic<'a, D, S, X, N: Named, P: Problem, U: ?Sized, const LEN: usize> {
    #[problem(detail = "{0}", instance = "/{0:?}")]
    Formatted(D),
    #[problem(detail = "{array:?}")]
    Serialised {
        #[problem(extension)]
        list: Vec<S>,
        #[problem(extension)]
        borrowed: &'a str,
        array: [u8; LEN],
    },
    Header(#[problem(header = "x-opt")] Option<X>, #[problem(extension = "name")] N::Name),
    #[problem(transparent)]
    Inner(P),
    Unsent(PhantomData<U>, &'a U),
}

error!(['a, D, S, X, N: Named, P: Problem, U: ?Sized, const LEN: usize] Generic<'a, D, S, X, N, P, U, LEN>);

type Concrete<'a> = Generic<'a, char, u8, u8, Bare, problem_core::ProblemDetails, str, 2>;

#[test]
fn every_kind_of_parameter_is_supported() {
    let head = "{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,";
    let sentence = "\"detail\":\"The request conflicts with the current state of the resource.\"";
    assert_eq!(
        body(&Concrete::Formatted('x')),
        format!("{head}\"detail\":\"x\",\"instance\":\"/%27x%27\"}}")
    );
    assert_eq!(
        body(&Concrete::Serialised { list: vec![1], borrowed: "b", array: [0; 2] }),
        format!("{head}\"detail\":\"[0, 0]\",\"list\":[1],\"borrowed\":\"b\"}}")
    );
    assert_eq!(
        wire(&Concrete::Header(Some(1), "bare")),
        format!(
            "409\ncontent-type: application/problem+json\nx-opt: 1\n\n{head}{sentence},\"name\":\"bare\"}}"
        )
    );
    assert_eq!(body(&Concrete::Unsent(PhantomData, "x")), format!("{head}{sentence}}}"));
    let inner = problem_core::ProblemDetails::new(http::StatusCode::GONE);
    assert_eq!(body(&Concrete::Inner(inner.clone())), body(&inner));
}

#[derive(Problem)]
#[problem(status = 409)]
struct Unbounded<T, U = Bare>(T, #[problem(extension = "value")] u8, PhantomData<U>);

error!([T, U] Unbounded<T, U>);

#[test]
fn an_unsent_parameter_needs_no_bounds() {
    assert_eq!(Unbounded(Bare, 1, PhantomData::<Bare>).to_details().extension("value"), Some(1));
}

#[derive(Problem)]
#[problem(status = 409, detail = "{value:>width$}")]
struct Where<T>
where
    T: Copy,
{
    #[problem(extension)]
    value: T,
    width: usize,
}

impl<T: Copy> Debug for Where<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("debug")
    }
}

impl<T: Copy> Display for Where<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("display")
    }
}

impl<T: Copy> Error for Where<T> {}

fn in_generic_code<T: Copy + Display + Serialize>(value: T) -> String {
    body(&Where { value, width: 3 })
}

#[test]
fn a_where_clause_is_kept() {
    assert_eq!(
        in_generic_code(7),
        "{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\"detail\":\"  7\",\"value\":7}"
    );
}

/// Formats a type parameter in each place that can format a value.
#[derive(Problem)]
#[problem(status = 409, detail = "{0:b} {0:o} {0:x} {0:X} {0:e} {0:E} {0:?} {0}", header("x-a" = "{1:#x}"))]
struct Formats<T, H, I>(T, H, #[problem(instance)] I);

error!([T, H, I] Formats<T, H, I>);

#[test]
fn every_format_is_bounded_by_its_trait() {
    assert_eq!(
        wire(&Formats(10_u8, 255_u8, "/x")),
        "409\ncontent-type: application/problem+json\nx-a: 0xff\n\n\
        {\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\
        \"detail\":\"1010 12 a A 1e1 1E1 10 10\",\"instance\":\"/x\"}"
    );
}

/// Contains itself, named in every possible way.
#[expect(unused_qualifications, reason = "the derive must recognise the qualified path")]
#[derive(Problem)]
#[problem(status = 409)]
enum Recursive<T> {
    #[problem(detail = "{1}")]
    Leaf(#[problem(extension = "value")] T, u8),
    #[problem(transparent)]
    ByName(Box<Recursive<T>>),
    #[problem(transparent)]
    BySelf(Box<Self>),
    #[problem(transparent)]
    ByPath(Box<self::Recursive<T>>),
}

error!([T] Recursive<T>);

fn leaf_of<T: Serialize>(value: T) -> String {
    let leaf = Box::new(Recursive::Leaf(value, 7));
    body(&Recursive::ByName(Box::new(Recursive::BySelf(Box::new(Recursive::ByPath(leaf))))))
}

#[test]
fn a_type_can_contain_itself() {
    assert_eq!(
        leaf_of(1),
        "{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\"detail\":\"7\",\"value\":1}"
    );
}

#[derive(Problem)]
#[problem(status = 409)]
struct BorrowedOption<'a, T>(#[problem(header = "x-a")] &'a Option<T>);

error!(['a, T] BorrowedOption<'a, T>);

#[test]
fn the_content_of_a_borrowed_option_is_sent() {
    assert_eq!(BorrowedOption(&Some(1)).to_response().headers()["x-a"], "1");
    assert!(!BorrowedOption(&None::<u8>).to_response().headers().contains_key("x-a"));
}

/// Uses its parameter within other types.
#[derive(Problem)]
#[problem(status = 409, detail = "d")]
struct Within<T>(#[problem(extension = "pair")] (T, u8), #[problem(extension = "list")] [T; 2]);

error!([T] Within<T>);

#[test]
fn a_parameter_is_found_within_other_types() {
    assert_eq!(
        body(&Within((1, 2), [3, 4])),
        "{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\"detail\":\"d\",\
        \"pair\":[1,2],\"list\":[3,4]}"
    );
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log {0}")]
#[problem(status = 400, display)]
struct WithThiserror<T>(T);

#[derive(Debug, thiserror::Error, Problem)]
#[error(transparent)]
#[problem(transparent)]
struct Transparent<T>(T);

#[test]
fn bounds_of_thiserror_carry_over() {
    assert_eq!(
        body(&WithThiserror(1)),
        "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"log 1\"}"
    );
    let inner = problem_core::ProblemDetails::new(http::StatusCode::GONE);
    assert_eq!(body(&Transparent(inner.clone())), body(&inner));
}
