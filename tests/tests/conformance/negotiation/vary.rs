//! Tests how a response says in `Vary` what it depends on.

use self::Step::{Append, Clear, Insert, Remove};
use super::{FORMATS, Html, Json, Xml, body, content_type, fields, parts, request_for};
use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue, VARY};
use http::{Method, StatusCode};
use problem_core::{Problem, ProblemDetails, ProblemType};
use std::fmt;

/// The lines of `Vary` that a problem sets, and the lines that its responses have.
const LINES: &[(&[&str], &[&str])] = &[
    (&[], &["Accept"]),
    (&["Origin"], &["Origin, Accept"]),
    (&["origin"], &["origin, Accept"]),
    (&["Origin, Accept-Language"], &["Origin, Accept-Language, Accept"]),
    (&["Origin,Accept-Encoding"], &["Origin, Accept-Encoding, Accept"]),
    (&["Accept-Language"], &["Accept-Language, Accept"]),
    (&["X-Accept"], &["X-Accept, Accept"]),
    (&["Accepts"], &["Accepts, Accept"]),
    (&["**"], &["**, Accept"]),
    (&["\u{e9}"], &["\u{e9}, Accept"]),
    // `Accept` is already in the list.
    (&["Accept"], &["Accept"]),
    (&["accept"], &["accept"]),
    (&["ACCEPT"], &["ACCEPT"]),
    (&["origin, ACCEPT"], &["origin, ACCEPT"]),
    (&["aCCept\t, origin"], &["aCCept\t, origin"]),
    (&["Origin,accept,Cookie"], &["Origin,accept,Cookie"]),
    (&["Origin", "Accept"], &["Origin", "Accept"]),
    (&["accept", "Origin"], &["accept", "Origin"]),
    (&["Accept", "Accept"], &["Accept", "Accept"]),
    // The response already varies by anything (RFC 9110, section 12.5.5).
    (&["*"], &["*"]),
    (&["Origin, *"], &["Origin, *"]),
    (&["*,Origin"], &["*,Origin"]),
    (&["Origin", "*"], &["Origin", "*"]),
    (&["*", "Origin"], &["*", "Origin"]),
    // Several lines become one.
    (&["Origin", "Cookie"], &["Origin, Cookie, Accept"]),
    (&["Origin", "Cookie, X-A", "x-b"], &["Origin, Cookie, X-A, x-b, Accept"]),
    (&["Origin", "Origin"], &["Origin, Origin, Accept"]),
];

/// Checks that every response to a request has these lines of `Vary` and these other fields.
fn assert_answers<P: Problem + ?Sized>(problem: &P, others: &[(&'static str, &str)], vary: &[&str]) {
    for format in FORMATS {
        let request = request_for(format);
        let mut expected = fields(others);
        expected.insert(CONTENT_TYPE, HeaderValue::from_static(content_type(format)));
        for line in vary {
            expected.append(VARY, HeaderValue::from_bytes(line.as_bytes()).unwrap());
        }
        let response = problem.respond(&request);
        assert_eq!(*response.headers(), expected, "{format:?}: {problem:?}");
        assert_eq!(*response.body(), body(problem, format), "{format:?}: {problem:?}");
        assert_eq!(parts(&problem.respond_to(&Method::POST, &request)), parts(&response));

        let head = problem.respond_to(&Method::HEAD, &request);
        expected.insert("content-length", response.body().len().into());
        assert_eq!(*head.headers(), expected, "{format:?}: {problem:?}");
        assert!(head.body().is_empty(), "{format:?}: {problem:?}");
    }
}

#[test]
fn row_177_accept_is_added_to_the_existing_lines() {
    for (set, expected) in LINES {
        let mut details = ProblemDetails::new(StatusCode::GONE);
        for line in *set {
            details = details.with_header(VARY, HeaderValue::from_bytes(line.as_bytes()).unwrap());
        }
        assert_answers(&details, &[], expected);
        let details = details.with_header("x-other".parse().unwrap(), HeaderValue::from_static("1"));
        assert_answers(&details, &[("x-other", "1")], expected);
        // Row 179: without a request, no format was negotiated.
        let response = details.to_response();
        let lines: Vec<_> = response.headers().get_all(VARY).iter().map(HeaderValue::as_bytes).collect();
        let set: Vec<_> = set.iter().map(|line| line.as_bytes()).collect();
        assert_eq!(lines, set);
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(status = 404, header("vary" = "{0}"))]
struct FieldThatMayBeEmpty(&'static str);

/// A sender must not write empty list elements (RFC 9110, section 5.6.1.1).
#[test]
fn row_177_empty_lines_are_dropped() {
    assert_answers(&FieldThatMayBeEmpty(""), &[], &["Accept"]);
    for (lines, expected) in [
        (&["", ""][..], "Accept"),
        (&[" \t"], "Accept"),
        (&["", "Origin"], "Origin, Accept"),
        (&["Origin", ""], "Origin, Accept"),
        (&["Origin", "", "Cookie"], "Origin, Cookie, Accept"),
    ] {
        let details = lines.iter().fold(ProblemDetails::new(StatusCode::GONE), |details, line| {
            details.with_header(VARY, HeaderValue::from_static(line))
        });
        assert_answers(&details, &[], &[expected]);
    }
}

#[test]
fn row_178_the_default_response_varies_too() {
    let details = ProblemDetails::new(StatusCode::GONE);
    for request in
        [HeaderMap::new(), request_for(Json), super::request(&["image/png"]), super::request(&["*/*;q=0"])]
    {
        let response = details.respond(&request);
        let expected = fields(&[("content-type", "application/problem+json"), ("vary", "Accept")]);
        assert_eq!(*response.headers(), expected, "{request:?}");
        assert_eq!(response.body(), &details.to_json(), "{request:?}");
    }
    // XML cannot express the problem, but the response still depends on the `Accept` field.
    let nameless = details.with_extension("a b", &1).with_header(VARY, HeaderValue::from_static("Origin"));
    let response = nameless.respond(&request_for(Xml));
    let expected = fields(&[("content-type", "application/problem+json"), ("vary", "Origin, Accept")]);
    assert_eq!(*response.headers(), expected);
    assert_eq!(response.body(), &nameless.to_json());
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("log")]
#[problem(header("vary" = "Origin"))]
enum Derived {
    #[problem(status = 404)]
    OfEnum,
    #[problem(status = 404, header("Vary" = "Cookie"), header("x-a" = "b"))]
    OfBoth,
    #[problem(status = 404, header("vary" = "x-{0}"))]
    Template(&'static str),
    #[problem(status = 404)]
    Field(#[problem(header = "vary")] Option<&'static str>),
    #[problem(status = 503)]
    Later(#[problem(retry_after)] u32),
    #[problem(status = 401, challenge = "Bearer")]
    Unauthorized,
}

#[test]
fn row_177_accept_is_added_to_the_fields_of_a_derive() {
    assert_answers(&Derived::OfEnum, &[], &["Origin, Accept"]);
    assert_answers(&Derived::OfBoth, &[("x-a", "b")], &["Origin, Cookie, Accept"]);
    assert_answers(&Derived::Template("a"), &[], &["Origin, x-a, Accept"]);
    assert_answers(&Derived::Template("a, accept"), &[], &["Origin", "x-a, accept"]);
    assert_answers(&Derived::Field(None), &[], &["Origin, Accept"]);
    assert_answers(&Derived::Field(Some("accept")), &[], &["Origin", "accept"]);
    assert_answers(&Derived::Field(Some("*")), &[], &["Origin", "*"]);
    assert_answers(&Derived::Later(7), &[("retry-after", "7")], &["Origin, Accept"]);
    assert_answers(&Derived::Unauthorized, &[("www-authenticate", "Bearer")], &["Origin, Accept"]);
}

/// A change that a handwritten impl may make to the header fields.
#[derive(Clone, Copy, Debug)]
enum Step {
    Insert(&'static str, &'static str),
    Append(&'static str, &'static str),
    Remove(&'static str),
    Clear,
}

#[derive(Debug)]
struct ByHand(&'static [Step]);

impl fmt::Display for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("log")
    }
}

impl std::error::Error for ByHand {}

impl Problem for ByHand {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::about_blank(StatusCode::CONFLICT)
    }

    fn write_headers(&self, headers: &mut HeaderMap) {
        for step in self.0 {
            match *step {
                Insert(name, value) => {
                    headers.insert(name, HeaderValue::from_static(value));
                }
                Append(name, value) => {
                    headers.append(name, HeaderValue::from_static(value));
                }
                Remove(name) => {
                    headers.remove(name);
                }
                Clear => headers.clear(),
            }
        }
    }
}

#[test]
fn row_177_accept_is_added_to_the_fields_of_a_handwritten_impl() {
    for (steps, vary) in [
        (&[][..], &["Accept"][..]),
        (&[Insert("vary", "Origin")], &["Origin, Accept"]),
        (&[Append("vary", "Origin")], &["Origin, Accept"]),
        (&[Append("vary", "Origin"), Append("vary", "Cookie")], &["Origin, Cookie, Accept"]),
        (&[Append("vary", "Origin"), Insert("vary", "Cookie")], &["Cookie, Accept"]),
        (&[Remove("vary")], &["Accept"]),
        (&[Insert("vary", "Origin"), Remove("vary")], &["Accept"]),
        (&[Remove("vary"), Append("vary", "ACCEPT")], &["ACCEPT"]),
        (&[Insert("vary", "*"), Append("vary", "Origin")], &["*", "Origin"]),
        // There is only one field, as when no `Vary` is set, but it is not the content type.
        (&[Remove("content-type"), Insert("vary", "accept")], &["accept"]),
        (&[Remove("content-type"), Insert("vary", "Origin")], &["Origin, Accept"]),
        (&[Clear, Insert("vary", "Origin")], &["Origin, Accept"]),
    ] {
        assert_answers(&ByHand(steps), &[], vary);
    }
}

#[test]
fn row_131_a_handwritten_impl_cannot_misdescribe_the_body() {
    const NONE: &[(&str, &str)] = &[];
    for (steps, others) in [
        (&[Insert("content-type", "text/plain")][..], NONE),
        (&[Insert("content-type", "application/problem+json")], NONE),
        (&[Insert("content-type", "application/problem+xml")], NONE),
        (&[Insert("content-type", "text/html; charset=utf-8")], NONE),
        (&[Insert("content-type", "text/html")], NONE),
        (&[Insert("content-type", "")], NONE),
        (&[Append("content-type", "text/plain")], NONE),
        (
            &[
                Append("content-type", "application/problem+json"),
                Append("content-type", "application/problem+xml"),
                Append("content-type", "text/html; charset=utf-8"),
            ],
            NONE,
        ),
        (&[Remove("content-type")], NONE),
        (&[Remove("content-type"), Append("content-type", "text/plain")], NONE),
        (&[Clear], NONE),
        (&[Clear, Insert("x-a", "b")], &[("x-a", "b")]),
        (&[Insert("x-a", "b"), Append("x-a", "c")], &[("x-a", "b"), ("x-a", "c")]),
        // A length or a coding that the impl sets does not describe the body.
        (&[Insert("content-length", "0")], NONE),
        (&[Insert("content-length", "0"), Append("content-length", "7")], NONE),
        (&[Insert("content-encoding", "gzip"), Insert("etag", "\"a\"")], &[("etag", "\"a\"")]),
        (&[Insert("transfer-encoding", "chunked"), Remove("content-type")], NONE),
    ] {
        assert_answers(&ByHand(steps), others, &["Accept"]);
    }
}

/// The page is in the language that the problem declares, and HEAD has the same language.
#[test]
fn row_177_the_page_is_in_the_language_of_the_problem() {
    let details = ProblemDetails::new(StatusCode::GONE)
        .with_header("content-language".parse().unwrap(), HeaderValue::from_static("de"))
        .with_header(VARY, HeaderValue::from_static("Accept-Language"));
    assert_answers(&details, &[("content-language", "de")], &["Accept-Language, Accept"]);
    let page = details.respond(&request_for(Html)).into_body();
    assert!(page.starts_with(b"<!DOCTYPE html>\n<html lang=\"de\">\n"), "{page:?}");
}
