//! Tests the tokens that the derive passes to the macros of frameworks.
//!
//! Macros under `emit` are given the same tokens as the macros of the known frameworks.

use problem_core::Problem;
use std::marker::PhantomData;
use std::rc::Rc;

/// A framework that problem-core does not know: its trait, and the macro that implements it.
mod framework {
    use problem_core::Report;

    pub(super) trait Answer {
        fn answer(self) -> (u16, String);
    }

    macro_rules! answer {
        ([$($generics:tt)*] [$type:ty] [$($predicates:tt)*]) => {
            impl<$($generics)*> $crate::frameworks::framework::Answer for $type
            where
                $($predicates)*
            {
                fn answer(self) -> (u16, String) {
                    $crate::frameworks::framework::render(&self.into())
                }
            }
        };
    }
    pub(super) use answer;

    pub(super) fn render(report: &Report) -> (u16, String) {
        (report.http_status().as_u16(), report.to_string())
    }
}

use framework::Answer;

/// Evaluates to whether a type implements `Answer`.
macro_rules! is_answer {
    ($type:ty) => {{
        struct Probe<T: ?Sized>(PhantomData<T>);
        #[allow(dead_code, reason = "only one of the two constants is used for a type")]
        trait Otherwise {
            const IS_ANSWER: bool = false;
        }
        impl<T: ?Sized> Otherwise for Probe<T> {}
        #[allow(dead_code, reason = "only one of the two constants is used for a type")]
        impl<T: Answer> Probe<T> {
            const IS_ANSWER: bool = true;
        }
        Probe::<$type>::IS_ANSWER
    }};
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("plain")]
#[problem(status = 409, emit(framework::answer))]
struct Plain;

#[derive(Debug, thiserror::Error, Problem)]
#[error("generic {0}")]
#[problem(status = 410, detail = "{0}", emit(self::framework::answer))]
struct Generic<'a, T: Clone + std::fmt::Debug + std::fmt::Display = u8, const N: usize = 1>(
    T,
    PhantomData<&'a [u8; N]>,
)
where
    T: PartialEq;

#[derive(Debug, thiserror::Error, Problem)]
#[error("not to be sent")]
#[problem(status = 411, emit(framework::answer))]
struct NotSend(Rc<u8>);

#[derive(Debug, thiserror::Error, Problem)]
#[error("borrowed")]
#[problem(status = 412, emit(framework::answer))]
enum Borrowed<'a> {
    Text(&'a str),
}

/// An error only if `T` implements `Debug`.
#[derive(Debug, Problem)]
#[problem(status = 413, emit(framework::answer))]
struct NotDebug<T>(T);

impl<T> std::fmt::Display for NotDebug<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not debug")
    }
}

impl<T: std::fmt::Debug> std::error::Error for NotDebug<T> {}

/// An error whose last field may be unsized. An unsized value can only be sent from behind a pointer.
#[derive(Debug, Problem)]
#[problem(status = 415, emit(framework::answer))]
struct MaybeSized<T: ?Sized>(T);

impl<T: ?Sized + std::fmt::Debug> std::fmt::Display for MaybeSized<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "maybe Sized: {:?}", &self.0)
    }
}

impl<T: ?Sized + std::fmt::Debug> std::error::Error for MaybeSized<T> {}

struct Opaque;

#[test]
fn a_type_that_fits_gets_the_impl() {
    assert_eq!(Plain.answer(), (409, "plain".to_owned()));
    assert_eq!(Generic::<_, 2>(7, PhantomData).answer(), (410, "generic 7".to_owned()));
    assert_eq!(Borrowed::Text("static").answer(), (412, "borrowed".to_owned()));
    assert_eq!(NotDebug(1).answer(), (413, "not debug".to_owned()));
    assert_eq!(MaybeSized(1).answer(), (415, "maybe Sized: 1".to_owned()));
}

#[test]
fn a_type_that_does_not_fit_compiles_without_the_impl() {
    const { assert!(is_answer!(Plain)) };
    const { assert!(is_answer!(Generic<'static, String>)) };
    const { assert!(!is_answer!(Generic<'static, Rc<u8>>)) };
    const { assert!(!is_answer!(NotSend)) };
    const { assert!(is_answer!(NotDebug<u8>)) };
    const { assert!(!is_answer!(NotDebug<Rc<u8>>)) };
    const { assert!(!is_answer!(NotDebug<Opaque>)) };
    const { assert!(!is_answer!(MaybeSized<[u8]>)) };
    assert_eq!(NotSend(Rc::new(1)).http_status(), 411);
    let text = String::from("of this stack frame");
    assert_eq!(Borrowed::Text(&text).http_status(), 412);
    let unsized_problem: &MaybeSized<[u8]> = &MaybeSized([1; 2]);
    assert_eq!(unsized_problem.http_status(), 415);
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("transparent {0}")]
#[problem(transparent, manual, emit(framework::answer))]
struct Transparent(Plain);

#[test]
fn a_transparent_problem_gets_the_impl() {
    assert_eq!(Transparent(Plain).answer(), (409, "transparent plain".to_owned()));
}

/// The tokens that the macro is given, as text.
trait Given {
    const GENERICS: &str;
    const TYPE: &str;
    const PREDICATES: &str;
}

macro_rules! given {
    ([$($generics:tt)*] [$($type:tt)*] [$($predicates:tt)*]) => {
        impl<$($generics)*> Given for $($type)* {
            const GENERICS: &str = stringify!($($generics)*);
            const TYPE: &str = stringify!($($type)*);
            const PREDICATES: &str = stringify!($($predicates)*);
        }
    };
}

trait Of<T> {}

impl<T> Of<T> for u8 {}

#[rustfmt::skip]
#[derive(Debug, thiserror::Error, Problem)]
#[error("comma")]
#[problem(status = 409, emit(given))]
struct Comma<T: Copy,>(T);

#[test]
fn a_trailing_comma_is_not_doubled() {
    assert_eq!(Comma::<u8>::GENERICS.replace(char::is_whitespace, ""), "T:Copy,");
    assert_eq!(Comma(1).http_status(), 409);
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("by hand")]
#[problem(status = 414, manual, emit(framework::answer, given))]
struct Manual<T: Of<[Self; 1]> = u8>(T)
where
    (Self,): Sized;

#[test]
fn several_macros_are_given_the_same_tokens() {
    assert_eq!(Manual(1).answer(), (414, "by hand".to_owned()));
    // The white space that `stringify!` inserts changes from release to release.
    let given = [Manual::<u8>::GENERICS, Manual::<u8>::TYPE, Manual::<u8>::PREDICATES];
    let [generics, r#type, predicates] = given.map(|text| text.replace(char::is_whitespace, ""));
    assert_eq!(generics, "T:Of<[Manual<T>;1]>,");
    assert_eq!(r#type, "Manual<T>");
    assert_eq!(
        predicates,
        "(Manual<T>,):Sized,for<'problem_guard>Manual<T>:::problem_core::Problem\
         +::core::marker::Sized+::core::marker::Send+::core::marker::Sync+'static,"
    );
}
