//! The path of a method in place of a string.

use problem_core::Problem;
use problem_tests::wire;
use std::borrow::Cow;
use std::fmt;

fn response(headers: &str, detail: &str, rest: &str) -> String {
    format!(
        "404\ncontent-type: application/problem+json\n{headers}\n\
        {{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"{detail}\"{rest}}}"
    )
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 404, header("x-all" = Self::kind))]
enum Variants<'a> {
    #[problem(detail = Self::owned, instance = Self::place, header("x-own" = Self::number))]
    Owned(&'a str),
    #[problem(detail = Variants::borrowed, instance = self::free, header("x-own" = Self::optional))]
    Borrowed { text: &'a str },
    #[problem(detail = <Self as Text>::text)]
    OfTrait,
    #[problem(detail = Self::optional_text, instance = Self::optional_text, header("x-own" = Self::optional_text))]
    Optional(Option<&'a str>),
    #[problem(detail = Self::generic::<u8>)]
    Generic,
    #[problem(detail = Self::cow)]
    Cow(u8),
}

trait Text {
    fn text(&self) -> impl fmt::Display;
}

impl Text for Variants<'_> {
    fn text(&self) -> impl fmt::Display {
        "of a trait"
    }
}

impl Variants<'_> {
    fn kind(&self) -> char {
        match self {
            Self::Owned(_) => 'o',
            _ => 'x',
        }
    }

    fn owned(&self) -> String {
        format!("{self:?}")
    }

    fn place(&self) -> &'static str {
        "urn:x:1#é".trim_end_matches("#é")
    }

    fn number(&self) -> Option<u8> {
        Some(7)
    }

    fn borrowed(&self) -> &str {
        match self {
            Self::Borrowed { text } => text,
            _ => "",
        }
    }

    fn optional(&self) -> Option<&String> {
        None
    }

    fn optional_text(&self) -> &Option<&str> {
        match self {
            Self::Optional(text) => text,
            _ => &None,
        }
    }

    fn generic<T: Default + fmt::Display>(&self) -> T {
        T::default()
    }

    fn cow(&self) -> Cow<'_, str> {
        Cow::Borrowed("cow")
    }
}

fn free(error: &Variants<'_>) -> String {
    format!("/{}", error.borrowed())
}

#[test]
fn a_method_gives_the_detail_the_instance_or_a_header_field() {
    assert_eq!(
        wire(&Variants::Owned("a")),
        response("x-all: o\nx-own: 7\n", "Owned(\\\"a\\\")", ",\"instance\":\"urn:x:1\"")
    );
    assert_eq!(wire(&Variants::Borrowed { text: "b" }), response("x-all: x\n", "b", ",\"instance\":\"/b\""));
    assert_eq!(wire(&Variants::OfTrait), response("x-all: x\n", "of a trait", ""));
    assert_eq!(wire(&Variants::Generic), response("x-all: x\n", "0", ""));
    assert_eq!(wire(&Variants::Cow(1)), response("x-all: x\n", "cow", ""));
}

#[test]
fn none_sends_the_standard_sentence_or_nothing() {
    assert_eq!(
        wire(&Variants::Optional(Some("/x"))),
        response("x-all: x\nx-own: /x\n", "/x", ",\"instance\":\"/x\"")
    );
    assert_eq!(
        wire(&Variants::Optional(None)),
        response("x-all: x\n", "There is nothing at this address.", "")
    );
    // Not a URI reference, and not visible ASCII.
    assert_eq!(wire(&Variants::Optional(Some("é b"))), response("x-all: x\n", "é b", ""));
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 404, detail = Self::failing, instance = Self::failing, header("x-own" = Self::failing))]
struct Failing;

struct HalfWritten;

impl fmt::Display for HalfWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("/half")?;
        Err(fmt::Error)
    }
}

impl Failing {
    fn failing(&self) -> HalfWritten {
        HalfWritten
    }
}

#[test]
fn a_value_whose_formatting_fails_counts_as_absent() {
    assert_eq!(wire(&Failing), response("", "There is nothing at this address.", ""));
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 405, header("allow" = Self::allowed))]
struct Required(&'static [&'static str]);

impl Required {
    fn allowed(&self) -> String {
        self.0.join(", ")
    }
}

#[test]
fn a_method_provides_a_required_header_field() {
    assert!(wire(&Required(&["GET", "PUT"])).contains("\nallow: GET, PUT\n"));
}

/// The bound that the method needs is on the type.
#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 404, detail = Self::text, extension("value" = Self::value))]
struct Bounded<T: Clone + fmt::Debug + fmt::Display + serde::Serialize>(T);

impl<T: Clone + fmt::Debug + fmt::Display + serde::Serialize> Bounded<T> {
    fn text(&self) -> T {
        self.0.clone()
    }

    fn value(&self) -> &T {
        &self.0
    }
}

#[test]
fn a_generic_type_can_have_methods() {
    assert_eq!(wire(&Bounded('x')), response("", "x", ",\"value\":\"x\""));
}

macro_rules! from_a_macro {
    ($name:ident, $method:path, $expression:expr) => {
        #[derive(Debug, thiserror::Error, Problem)]
        #[error("log")]
        #[problem(status = 404, detail = $method, instance = $expression, extension("own" = Self::own))]
        struct $name;

        impl $name {
            fn own(&self) -> u8 {
                1
            }
        }
    };
}

from_a_macro!(FromAMacro, FromAMacro::text, place);

impl FromAMacro {
    fn text(&self) -> u8 {
        2
    }
}

fn place(_: &FromAMacro) -> &'static str {
    "/p"
}

#[test]
fn a_path_may_come_from_a_macro() {
    assert_eq!(wire(&FromAMacro), response("", "2", ",\"instance\":\"/p\",\"own\":1"));
}
