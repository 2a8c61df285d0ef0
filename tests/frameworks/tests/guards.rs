//! A feature that another crate turns on must never break a type: all types here compile with any set of
//! features.

#![deny(warnings)]

use problem_core::Problem;
use std::cell::Cell;
use std::error::Error;
use std::fmt;
use std::rc::Rc;

#[derive(Debug, thiserror::Error, Problem)]
#[error("not Send")]
#[problem(status = 409)]
struct NotSend(Rc<u8>);

#[derive(Debug, thiserror::Error, Problem)]
#[error("not Sync")]
#[problem(status = 409)]
struct NotSync(Cell<u8>);

#[derive(Debug, thiserror::Error, Problem)]
enum Borrowed<'a> {
    #[error("borrowed {0}")]
    #[problem(status = 409, detail = "{0}")]
    Text(&'a str),
    #[error("borrowed from a cell")]
    #[problem(status = 410)]
    NotSend(Rc<Cell<&'a str>>),
}

/// A type without `Debug`.
struct Secret;

/// An error for any `T`, with a hand-written `Debug`.
#[derive(Problem)]
#[problem(status = 409)]
struct Opaque<T>(T);

impl<T> fmt::Debug for Opaque<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opaque")
    }
}

impl<T> fmt::Display for Opaque<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("opaque")
    }
}

impl<T> Error for Opaque<T> {}

/// An error only if `T` implements `Debug`.
#[derive(Debug, thiserror::Error, Problem)]
#[error("generic")]
#[problem(status = 409)]
struct Generic<'a, T, const N: usize = 1>(&'a [T; N])
where
    T: PartialEq;

#[derive(Debug, thiserror::Error, Problem)]
#[error("unsized")]
#[problem(status = 409)]
struct Unsized<T: ?Sized>(Box<T>);

/// An unsized error. Its values can only be passed behind a pointer, so no handler can return one.
#[derive(Debug, Problem)]
#[problem(status = 409)]
struct NotSized(str);

impl fmt::Display for NotSized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for NotSized {}

/// An error that is unsized for some type parameters.
#[derive(Debug, Problem)]
#[problem(status = 409)]
struct MaybeSized<T: ?Sized>(T);

impl<T: ?Sized + fmt::Debug> fmt::Display for MaybeSized<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &self.0)
    }
}

impl<T: ?Sized + fmt::Debug> Error for MaybeSized<T> {}

/// Like [`MaybeSized`], but requires the impl for axum, which exists only if `T` is sized.
#[cfg(feature = "axum-08")]
#[derive(Debug, Problem)]
#[problem(status = 409, into_response(axum))]
struct Demanded<T: ?Sized>(T);

/// Names the framework as the feature does.
#[cfg(feature = "axum-08")]
#[derive(Debug, thiserror::Error, Problem)]
#[error("with a version")]
#[problem(status = 410, into_response(axum_08))]
struct DemandedWithVersion;

#[cfg(feature = "axum-08")]
impl<T: ?Sized + fmt::Debug> fmt::Display for Demanded<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &self.0)
    }
}

#[cfg(feature = "axum-08")]
impl<T: ?Sized + fmt::Debug> Error for Demanded<T> {}

#[derive(Debug, thiserror::Error, Problem)]
enum Empty {}

/// The expansion repeats the paths of the user, which must not cause warnings.
#[allow(unused_qualifications, reason = "this type tests qualified paths")]
#[derive(Debug, thiserror::Error, Problem)]
#[error("qualified")]
#[problem(status = 409)]
struct Qualified<T: std::fmt::Debug>(T)
where
    T: std::fmt::Display;

/// A type with a comma after the last type parameter, and after the last predicate.
#[rustfmt::skip]
#[derive(Debug, thiserror::Error, Problem)]
#[error("comma")]
#[problem(status = 409)]
struct Comma<'a, T,>(&'a T) where T: Copy,;

/// `Self` in a predicate means this type, also in an impl for another type.
#[derive(Debug, thiserror::Error, Problem)]
#[error("itself")]
#[problem(status = 409)]
struct Itself<T>(T)
where
    Self: PartialEq<u8>,
    T: Copy;

impl<T: Copy> PartialEq<u8> for Itself<T> {
    fn eq(&self, _: &u8) -> bool {
        false
    }
}

/// The expansion has to name the deprecated type, which must not cause a warning.
#[deprecated]
#[derive(Debug, thiserror::Error, Problem)]
#[error("deprecated")]
#[problem(status = 409)]
struct Deprecated;

#[test]
fn unsized_types_are_problems() {
    fn is_problem<T: Problem + ?Sized>() {}
    is_problem::<NotSized>();
    is_problem::<MaybeSized<[u8]>>();
    is_problem::<MaybeSized<u8>>();
    #[cfg(feature = "axum-08")]
    is_problem::<Demanded<str>>();
    #[cfg(feature = "axum-08")]
    assert_eq!(axum::response::IntoResponse::into_response(Demanded(1)).status(), 409);
    #[cfg(feature = "axum-08")]
    assert_eq!(axum::response::IntoResponse::into_response(DemandedWithVersion).status(), 410);
}

#[test]
fn types_that_no_framework_accepts_are_problems() {
    fn status(problem: &dyn Problem) -> u16 {
        problem.http_status().as_u16()
    }
    let text = String::from("of this stack frame");
    assert_eq!(status(&NotSend(Rc::new(1))), 409);
    assert_eq!(status(&NotSync(Cell::new(1))), 409);
    assert_eq!(status(&Borrowed::Text(&text)), 409);
    assert_eq!(status(&Borrowed::NotSend(Rc::new(Cell::new(&text)))), 410);
    assert_eq!(status(&Opaque(Secret)), 409);
    assert_eq!(status(&Opaque(&text)), 409);
    assert_eq!(status(&Generic(&[Rc::new(1)])), 409);
    assert_eq!(status(&Unsized::<str>(text.into())), 409);
    assert_eq!(status(&MaybeSized(1)), 409);
    assert_eq!(status(&Qualified(1)), 409);
    assert_eq!(status(&Comma(&1)), 409);
    assert_eq!(status(&Itself(1)), 409);
    #[allow(deprecated)]
    let deprecated = Deprecated;
    assert_eq!(status(&deprecated), 409);
    assert_eq!(size_of::<Empty>(), 0);
}

/// A module without a prelude, and with names that the expansion must not use by accident.
mod bare {
    #![no_implicit_prelude]
    #![allow(dead_code, reason = "the names are only there to cause conflicts")]

    trait From {}
    struct Report;
    struct Result;
    struct Status;
    mod core {}
    mod std {}

    #[derive(::std::fmt::Debug, ::thiserror::Error, ::problem_core::Problem)]
    #[error("bare")]
    #[problem(status = 409)]
    pub(super) struct Bare;
}

#[test]
fn an_expansion_does_not_use_the_prelude() {
    assert_eq!(bare::Bare.http_status(), 409);
}

/// Within a function, only a local path leads to a type.
#[test]
fn a_type_within_a_function_is_a_problem() {
    #[derive(Debug, thiserror::Error, Problem)]
    #[error("local")]
    #[problem(status = 409)]
    struct Local<T>(T);

    assert_eq!(Local(Rc::new(1)).http_status(), 409);
}

/// A type with a hand-written impl for each framework. A second impl would not compile.
#[derive(Debug, thiserror::Error, Problem)]
#[error("by hand")]
#[problem(status = 409, manual)]
struct ByHand;

#[cfg(feature = "actix-web-4")]
impl actix_web::ResponseError for ByHand {}

#[cfg(feature = "axum-08")]
impl axum::response::IntoResponse for ByHand {
    fn into_response(self) -> axum::response::Response {
        self.to_string().into_response()
    }
}

#[cfg(feature = "poem-3")]
impl poem::error::ResponseError for ByHand {
    fn status(&self) -> http::StatusCode {
        self.http_status()
    }
}

#[cfg(feature = "rocket-05")]
impl<'r> rocket::response::Responder<'r, 'static> for ByHand {
    fn respond_to(self, _: &'r rocket::Request<'_>) -> rocket::response::Result<'static> {
        Err(rocket::http::Status::ImATeapot)
    }
}

#[cfg(feature = "salvo-1")]
impl salvo::Scribe for ByHand {
    fn render(self, response: &mut salvo::Response) {
        response.status_code(self.http_status());
    }
}

#[cfg(feature = "tonic-014")]
impl From<ByHand> for tonic::Status {
    fn from(error: ByHand) -> Self {
        Self::aborted(error.to_string())
    }
}

#[cfg(feature = "warp-04")]
impl warp::Reply for ByHand {
    fn into_response(self) -> warp::reply::Response {
        warp::reply::Response::new(self.to_string().into())
    }
}

#[test]
fn manual_leaves_the_impls_to_the_user() {
    assert_eq!(ByHand.http_status(), 409);
}

/// The impl that `into_response` requires, and a hand-written impl that another feature would otherwise add.
#[cfg(feature = "axum-08")]
mod only_axum {
    use axum::response::IntoResponse;
    use problem_core::Problem;
    use std::fmt;
    use std::rc::Rc;

    #[derive(Debug, thiserror::Error, Problem)]
    #[error("only {0}")]
    #[problem(status = 409, into_response(axum))]
    struct Only<'a, T: fmt::Display, const N: usize>(T, [&'a str; N])
    where
        T: PartialEq;

    #[cfg(feature = "warp-04")]
    impl<T: fmt::Display + PartialEq + Send, const N: usize> warp::Reply for Only<'_, T, N> {
        fn into_response(self) -> warp::reply::Response {
            warp::reply::Response::new(self.0.to_string().into())
        }
    }

    #[derive(Debug, thiserror::Error, Problem)]
    #[error("borrowed {0}")]
    #[problem(status = 410, into_response(axum))]
    struct Borrowed<'a>(&'a str);

    #[derive(Debug, thiserror::Error, Problem)]
    #[error("transparent {0}")]
    #[problem(transparent, into_response(axum))]
    struct Transparent(Borrowed<'static>);

    /// The predicates can never hold, but rustc assumes them where the type is declared.
    #[allow(dead_code, reason = "no value can be constructed")]
    #[derive(Debug, thiserror::Error, Problem)]
    #[error("of a lifetime {0}")]
    #[problem(status = 411, into_response(axum))]
    struct OfALifetime<'a>(&'a str)
    where
        Rc<&'a str>: Send;

    #[allow(dead_code, reason = "no value can be constructed")]
    #[derive(Debug, thiserror::Error, Problem)]
    #[error("of no lifetime {0}")]
    #[problem(status = 412, into_response(axum))]
    struct OfNoLifetime(u8)
    where
        for<'a> Rc<&'a str>: Send;

    #[test]
    fn the_errors_are_axum_responses() {
        assert_eq!(IntoResponse::into_response(Only("axum", [""; 2])).status(), 409);
        assert_eq!(IntoResponse::into_response(Borrowed("static")).status(), 410);
        assert_eq!(IntoResponse::into_response(Transparent(Borrowed("static"))).status(), 410);
    }
}
