//! An inner problem beside other fields, and members that no field holds.

use super::read;
use problem_core::{FromProblem, Problem, ProblemDetails};
use std::collections::BTreeMap;

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
enum Inner {
    #[error("log")]
    #[problem(status = 404)]
    Missing,
    #[error("log")]
    #[problem(status = 403, type = "/limit")]
    Limit {
        #[problem(extension)]
        limit: u8,
    },
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
enum Outer {
    #[error("log")]
    Attempted {
        #[problem(extension)]
        attempt: u8,
        #[problem(transparent)]
        inner: Inner,
        #[problem(extension)]
        limit: Option<u8>,
        #[problem(default)]
        context: String,
    },
    #[error("log")]
    Flattened(#[problem(transparent)] Inner, #[problem(flatten)] BTreeMap<String, u8>),
    #[error("log")]
    #[problem(status = 410)]
    Own,
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
struct Struct {
    #[problem(transparent)]
    inner: Box<Inner>,
    #[problem(extension)]
    place: Option<String>,
}

#[test]
fn the_inner_error_and_its_context_read_the_same_problem() {
    let attempted =
        Outer::Attempted { attempt: 3, inner: Inner::Missing, limit: Some(7), context: String::new() };
    assert_eq!(
        attempted.to_json(),
        "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\
        \"detail\":\"There is nothing at this address.\",\"attempt\":3,\"limit\":7}"
    );
    assert_eq!(Outer::try_from(attempted.to_details()), Ok(attempted));
    // The member of the inner problem is also that of the context.
    assert_eq!(
        read(r#"{"type":"/limit","limit":1,"attempt":3}"#),
        Some(Outer::Attempted {
            attempt: 3,
            inner: Inner::Limit { limit: 1 },
            limit: Some(1),
            context: String::new(),
        })
    );
    // Without the member of its context, the first variant does not match.
    assert_eq!(
        read(r#"{"status":404,"a":1}"#),
        Some(Outer::Flattened(Inner::Missing, BTreeMap::from([("a".to_owned(), 1)])))
    );
    assert_eq!(read(r#"{"status":410,"attempt":3}"#), Some(Outer::Own));
    assert_eq!(read::<Outer>(r#"{"status":411,"attempt":3}"#), None);

    let read_back = Struct { inner: Box::new(Inner::Missing), place: Some("a".to_owned()) };
    assert_eq!(Struct::try_from(read_back.to_details()), Ok(read_back));
    let details = ProblemDetails::new(http::StatusCode::GONE);
    assert_eq!(Struct::try_from(details.clone()), Err(details));
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[problem(header("retry-after" = "5"), header("x-place" = "{0}"), challenge = "Bearer")]
enum WithHeaders {
    #[error("log")]
    Context(
        #[problem(transparent)] Inner,
        #[problem(retry_after)] u8,
        #[problem(header = "x-place")] String,
        #[problem(header = "www-authenticate")] Option<String>,
    ),
}

#[test]
fn the_header_fields_of_the_enum_are_not_those_of_the_context() {
    for challenge in [None, Some("Basic".to_owned())] {
        let error = WithHeaders::Context(Inner::Missing, 7, "here".to_owned(), challenge);
        let response = error.to_response();
        assert_eq!(response.headers()["retry-after"], "7");
        assert_eq!(WithHeaders::from_problem_response(&response).unwrap(), Ok(error));
    }
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[problem(extension("svc" = "vault"), extension("code" = Self::code))]
enum WithMembers {
    #[error("log")]
    #[problem(status = 404, extension("own" = 1))]
    Flattened(#[problem(flatten)] BTreeMap<String, u8>),
    #[error("log")]
    #[problem(status = 410)]
    Field {
        #[problem(extension)]
        code: u8,
    },
}

impl WithMembers {
    #[allow(clippy::unused_self, reason = "the argument asks for a method of this form")]
    fn code(&self) -> u8 {
        9
    }
}

#[test]
fn members_without_a_field_are_not_read() {
    let flattened = WithMembers::Flattened(BTreeMap::from([("more".to_owned(), 2)]));
    assert_eq!(WithMembers::try_from(flattened.to_details()), Ok(flattened));
    assert_eq!(
        read(r#"{"status":404,"own":3,"svc":4,"code":5,"more":2}"#),
        Some(WithMembers::Flattened(BTreeMap::from([("more".to_owned(), 2)])))
    );
    assert_eq!(read(r#"{"status":410,"code":7}"#), Some(WithMembers::Field { code: 7 }));
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[problem(types = "kebab-case", base = "https://e.org/")]
enum Generated {
    #[error("log")]
    #[problem(status = 409)]
    NameTaken,
    #[error("log")]
    #[problem(status = 410, type = "about:blank")]
    Gone,
    #[error("log")]
    #[problem(status = 500)]
    ServerError,
}

#[test]
fn generated_types_are_read_back() {
    for error in [Generated::NameTaken, Generated::Gone, Generated::ServerError] {
        let json = error.to_json();
        assert_eq!(read(std::str::from_utf8(&json).unwrap()), Some(error));
    }
    assert_eq!(read(r#"{"type":"https://e.org/name-taken"}"#), Some(Generated::NameTaken));
    assert_eq!(read::<Generated>(r#"{"type":"https://e.org/gone"}"#), None);
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(status = 409)]
struct WithDetail(#[problem(detail)] String);

#[test]
fn a_detail_from_a_field_comes_back() {
    for text in ["a", "\"\\é\u{0}", " "] {
        let error = WithDetail(text.to_owned());
        assert_eq!(WithDetail::try_from(error.to_details()), Ok(error));
    }
}
