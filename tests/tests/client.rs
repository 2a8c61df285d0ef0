//! What the HTTP clients have in common; the clients themselves are tried in tests/clients.

use bytes::Bytes;
use http::header::ACCEPT;
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use problem_core::client::{CallError, accept_problems};
use problem_core::{FromProblem, ProblemDetails, ReadError};
use std::error::Error;
use std::fmt;
use std::time::Duration;

#[derive(Debug, PartialEq, thiserror::Error, FromProblem)]
enum Quota {
    #[error("{limit} is the limit")]
    #[problem(type = "https://e.org/v1/quota")]
    UsedUp {
        #[problem(extension)]
        limit: u32,
        #[source]
        #[problem(default)]
        source: Option<fmt::Error>,
    },
    #[error("quota")]
    #[problem(type = "relative")]
    Relative,
}

fn response(status: u16, content_type: &str, body: &'static str) -> Response<Bytes> {
    let response = Response::builder().status(status).header("content-type", content_type);
    response.header("retry-after", "7").body(Bytes::from_static(body.as_bytes())).unwrap()
}

fn error(status: u16, content_type: &str, body: &'static str) -> CallError<Quota> {
    CallError::from_response(response(status, content_type, body), None)
}

const PROBLEM: &str = "application/problem+json";

#[test]
fn each_kind_says_what_it_knows() {
    let typed = error(403, PROBLEM, r#"{"type":"https://e.org/v1/quota","limit":3}"#);
    assert_eq!(typed.typed(), Some(&Quota::UsedUp { limit: 3, source: None }));
    assert_eq!(typed.to_string(), "3 is the limit");
    assert!(typed.source().is_none());

    let untyped = error(503, PROBLEM, r#"{"title":"Maintenance","detail":"Until noon."}"#);
    assert!(matches!(&untyped, CallError::Untyped(details) if details.title() == Some("Maintenance")));
    assert_eq!(untyped.to_string(), "503 Maintenance: Until noon.");

    let html = error(502, "text/html", "<h1>");
    assert!(
        matches!(&html, CallError::NoProblem(response, ReadError::NotAProblem(_)) if response.body() == "<h1>")
    );
    assert_eq!(html.to_string(), "a response with status 502 and no problem");
    assert_eq!(
        html.source().unwrap().to_string(),
        r#"the content type is "text/html", not "application/problem+json""#
    );

    for (error, status) in [(&typed, 403), (&untyped, 503), (&html, 502)] {
        assert_eq!(error.status(), StatusCode::from_u16(status).ok());
        assert_eq!(error.headers().unwrap()["retry-after"], "7");
        assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    }

    let transport = CallError::<Quota>::transport("cable cut");
    assert_eq!((transport.status(), transport.headers(), transport.retry_after()), (None, None, None));
    assert_eq!(transport.to_string(), "no response");
    assert_eq!(transport.source().unwrap().to_string(), "cable cut");
    for error in [&untyped, &html, &transport] {
        assert_eq!(error.typed(), None);
    }
}

#[test]
fn a_typed_error_has_its_own_source() {
    let error = CallError::Typed(
        Quota::UsedUp { limit: 1, source: Some(fmt::Error) },
        Box::new(Response::new(()).into_parts().0),
    );
    assert_eq!(error.source().unwrap().to_string(), fmt::Error.to_string());
}

#[test]
fn types_are_compared_after_resolution() {
    let url = "https://e.org/v1/vaults";
    let typed = |type_uri: &str, url| {
        let body = format!(r#"{{"type":"{type_uri}","limit":3}}"#);
        let mut response = response(403, PROBLEM, "").map(|_| Bytes::from(body));
        *response.status_mut() = StatusCode::FORBIDDEN;
        CallError::<Quota>::from_response(response, url).typed().is_some()
    };
    for (type_uri, without, with) in [
        ("https://e.org/v1/quota", true, true),
        ("HTTPS://E.ORG/v1/quota", true, true),
        ("https://e.org/v1/quota#", false, false),
        ("https://e.org/v1/Quota", false, false),
        ("quota", false, true),
        ("/v1/quota", false, true),
        ("//E.org/v1/quota", false, true),
        ("./quota", false, true),
        ("relative", true, true),
        ("./relative", false, true),
        ("https://e.org/v1/relative", false, true),
        ("https://e.org/v2/relative", false, false),
    ] {
        assert_eq!((typed(type_uri, None), typed(type_uri, Some(url))), (without, with), "{type_uri}");
        let details =
            ProblemDetails::new(StatusCode::FORBIDDEN).with_type(type_uri).with_extension("limit", &3);
        assert_eq!(Quota::try_from(details.clone()).is_ok(), without, "{type_uri}");
        assert_eq!(Quota::try_from(details.resolve(url)).is_ok(), with, "{type_uri}");
    }
}

#[test]
fn it_is_no_large_error() {
    assert!(size_of::<CallError<ProblemDetails>>() <= 64, "{}", size_of::<CallError<ProblemDetails>>());
}

#[test]
fn problems_are_accepted_after_all_else() {
    for (present, expected) in [
        (&[][..], "*/*, application/problem+json"),
        (&["application/json"], "application/json, application/problem+json"),
        (
            &["text/html;q=0.5", "application/json"],
            "text/html;q=0.5, application/json, application/problem+json",
        ),
        (&[""], "application/problem+json"),
        (&["Application/Problem+JSON;q=0.1, */*"], "Application/Problem+JSON;q=0.1, */*"),
        (&["*/*", "application/problem+json"], "*/*|application/problem+json"),
        (&["application/problem+json-seq"], "application/problem+json-seq, application/problem+json"),
    ] {
        let mut headers = HeaderMap::new();
        for value in present {
            headers.append(ACCEPT, HeaderValue::from_static(value));
        }
        accept_problems(&mut headers);
        let accept: Vec<_> = headers.get_all(ACCEPT).iter().map(|value| value.to_str().unwrap()).collect();
        assert_eq!(accept.join("|"), expected);
    }
}
