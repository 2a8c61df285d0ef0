//! Tests of the values that a problem takes from its response, besides the body.

use http::header::{CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, SERVER, WWW_AUTHENTICATE};
use http::{HeaderValue, Response, StatusCode};
use problem_core::{FromProblem, Problem, ProblemDetails, ReadError};
use problem_tests::wire;
use std::error::Error;
use std::time::{Duration, SystemTime};

#[derive(Debug, FromProblem)]
#[problem(type = "x")]
struct Relative;

fn response(status: u16, headers: &[(&str, &str)], body: &'static str) -> Response<&'static str> {
    let mut response = Response::builder().status(status).header("content-type", "application/problem+json");
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(body).unwrap()
}

fn read(status: u16, headers: &[(&str, &str)], body: &'static str) -> ProblemDetails {
    ProblemDetails::from_response(&response(status, headers, body)).unwrap()
}

#[test]
fn an_absent_status_is_that_of_the_response() {
    for (body, status) in [
        ("{}", 404),
        (r#"{"status":null}"#, 404),
        (r#"{"status":"410"}"#, 404),
        (r#"{"status":600}"#, 404),
        (r#"{"status":410}"#, 410),
    ] {
        let details = read(404, &[], body);
        assert_eq!(details.status().unwrap().as_u16(), status, "{body}");
        assert_eq!(details.response_status(), Some(StatusCode::NOT_FOUND));
        assert_eq!(details.status_mismatch(), status != 404, "{body}");
        // When the problem is forwarded, body and response agree again. A status code that was set takes precedence.
        let details = details.forwarding(&[]);
        assert_eq!(details.http_status().as_u16(), 404);
        assert_eq!(details.to_details().status(), Some(StatusCode::NOT_FOUND));
        let set = details.with_status(StatusCode::CONFLICT);
        assert_eq!((set.http_status(), set.status_mismatch()), (StatusCode::CONFLICT, false));
    }
    let success = read(200, &[], r#"{"status":404}"#).forwarding(&[]);
    assert_eq!(success.http_status(), StatusCode::NOT_FOUND, "a success status cannot report an error");
    assert_eq!(
        (success.status(), success.response_status()),
        (Some(StatusCode::NOT_FOUND), Some(StatusCode::OK))
    );
    let from_json = ProblemDetails::from_json(b"{}").unwrap();
    assert_eq!((from_json.status(), from_json.response_status()), (None, None));
    assert!(!from_json.status_mismatch());
}

#[test]
fn a_problem_without_any_status_is_forwarded_as_500() {
    let details = ProblemDetails::from_json(br#"{"title":"T"}"#).unwrap().forwarding(&[]);
    assert_eq!(
        wire(&details),
        "500\ncontent-type: application/problem+json\n\n\
         {\"type\":\"about:blank\",\"title\":\"T\",\"status\":500,\"detail\":\"The server met an unexpected condition.\"}"
    );
}

#[test]
fn header_fields_are_sent_only_if_they_are_forwarded() {
    let headers = [
        ("retry-after", "7"),
        ("www-authenticate", "Basic"),
        ("www-authenticate", "Bearer"),
        ("server", "x"),
    ];
    let details = read(401, &headers, "{}");
    assert_eq!(details.headers().get_all(WWW_AUTHENTICATE).iter().collect::<Vec<_>>(), ["Basic", "Bearer"]);
    assert_eq!(details.headers()[SERVER], "x");
    assert_eq!(wire(&details.clone().forwarding(&[])), wire(&ProblemDetails::new(StatusCode::UNAUTHORIZED)));

    let forwarded =
        details.clone().forwarding(&[RETRY_AFTER, WWW_AUTHENTICATE, CONTENT_TYPE, CONTENT_LENGTH]);
    assert_eq!(
        wire(&forwarded).lines().take(5).collect::<Vec<_>>(),
        [
            "401",
            "content-type: application/problem+json",
            "retry-after: 7",
            "www-authenticate: Basic",
            "www-authenticate: Bearer"
        ]
    );
    assert!(ProblemDetails::new(StatusCode::GONE).forwarding(&[RETRY_AFTER]).headers().is_empty());
}

#[test]
fn a_forwarded_field_replaces_an_added_one() {
    let details = read(503, &[("retry-after", "7")], "{}")
        .with_header(RETRY_AFTER, HeaderValue::from_static("9"))
        .with_header(SERVER, HeaderValue::from_static("x"))
        .forwarding(&[RETRY_AFTER, SERVER])
        .forwarding(&[RETRY_AFTER]);
    let response = details.to_response();
    assert_eq!(response.headers().get_all(RETRY_AFTER).iter().collect::<Vec<_>>(), ["7"]);
    assert_eq!(response.headers()[SERVER], "x", "there was no received field to forward");
}

#[test]
fn a_header_field_can_be_added() {
    let details = ProblemDetails::new(StatusCode::UNAUTHORIZED)
        .with_header(WWW_AUTHENTICATE, HeaderValue::from_static("Basic"))
        .with_header(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
        .with_header(CONTENT_TYPE, HeaderValue::from_static("text/plain"))
        .with_header(CONTENT_LENGTH, HeaderValue::from_static("1"));
    assert_eq!(
        wire(&details).lines().take(4).collect::<Vec<_>>(),
        [
            "401",
            "content-type: application/problem+json",
            "www-authenticate: Basic",
            "www-authenticate: Bearer"
        ]
    );
    assert!(details.headers().is_empty(), "these are only the received fields");
}

#[test]
fn only_the_members_are_compared() {
    let one = read(404, &[("server", "x")], r#"{"status":404}"#);
    let other = ProblemDetails::new(StatusCode::NOT_FOUND).with_header(SERVER, HeaderValue::from_static("y"));
    assert_eq!(one, other);
    assert_eq!(serde_json::to_string(&one).unwrap(), r#"{"status":404}"#);
}

#[test]
fn the_time_to_wait_is_read_from_retry_after() {
    let date = ("date", "Fri, 31 Dec 1999 23:59:00 GMT");
    for (value, seconds) in [
        ("0", Some(0)),
        ("120", Some(120)),
        (" 7\t", Some(7)),
        ("007", Some(7)),
        ("18446744073709551615", Some(u64::MAX)),
        ("99999999999999999999999", Some(u64::MAX)),
        ("Fri, 31 Dec 1999 23:59:59 GMT", Some(59)),
        ("Friday, 31-Dec-99 23:59:59 GMT", Some(59)),
        ("Fri Dec 31 23:59:59 1999", Some(59)),
        ("Fri, 31 Dec 1999 23:58:00 GMT", Some(0)),
        ("", None),
        ("-1", None),
        ("+1", None),
        ("1.5", None),
        ("1 2", None),
        ("0x10", None),
        ("\u{663}", None),
        ("soon", None),
        ("Fri, 31 Dec 1999 23:59:59 CET", None),
    ] {
        let mut response = response(503, &[date], "{}");
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_bytes(value.as_bytes()).unwrap());
        let details = ProblemDetails::from_response(&response).unwrap();
        assert_eq!(details.retry_after(), seconds.map(Duration::from_secs), "{value:?}");
    }
    assert_eq!(read(503, &[], "{}").retry_after(), None);
    assert_eq!(ProblemDetails::new(StatusCode::GONE).retry_after(), None);
}

#[test]
fn a_delay_counts_from_now_if_the_response_has_no_date() {
    for headers in [&[][..], &[("date", "yesterday")]] {
        let then = SystemTime::now() + Duration::from_secs(3600);
        let then = httpdate::fmt_http_date(then);
        let mut response = response(503, headers, "{}");
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_str(&then).unwrap());
        let wait = ProblemDetails::from_response(&response).unwrap().retry_after().unwrap();
        assert!((Duration::from_secs(3000)..=Duration::from_secs(3600)).contains(&wait), "{wait:?}");
    }
}

#[test]
fn the_error_says_why_it_is_not_a_problem() {
    let error = |response: &Response<&'static str>| ProblemDetails::from_response(response).unwrap_err();
    let mut html = response(502, &[], "<h1>");
    html.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_bytes(b"text/html; x=\"\xff\"").unwrap());
    assert!(
        matches!(error(&html), ReadError::MediaType(Some(value)) if value.as_bytes().starts_with(b"text/html"))
    );
    assert_eq!(
        error(&html).to_string(),
        r#"the content type is "text/html; x=\"\u{fffd}\"", not "application/problem+json" or "application/problem+xml""#
            .replace(r"\u{fffd}", "\u{fffd}")
    );
    html.headers_mut().remove(CONTENT_TYPE);
    assert_eq!(error(&html).to_string(), "the response has no content type");
    let array = error(&response(500, &[], "[]"));
    assert_eq!(
        (array.to_string().as_str(), array.source().is_none()),
        ("the body is JSON but not an object", true)
    );
    let empty = error(&response(500, &[], ""));
    assert_eq!(
        (empty.to_string().as_str(), empty.source().is_none()),
        ("the body is empty, as in the response to a HEAD request", true)
    );
    html.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+xml"));
    *html.body_mut() = "";
    assert!(matches!(error(&html), ReadError::Empty));
    // The media type is checked first.
    html.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html"));
    assert!(matches!(error(&html), ReadError::MediaType(Some(_))));
    let truncated = error(&response(500, &[], "{"));
    assert_eq!(truncated.to_string(), "the body cannot be read as JSON");
    assert_eq!(truncated.source().unwrap().to_string(), "EOF while parsing an object at line 1 column 1");
    let too_long = ReadError::TooLong(65536);
    assert_eq!(
        (too_long.to_string().as_str(), too_long.source().is_none()),
        ("the body is longer than 65536 bytes", true)
    );
    let incomplete = ReadError::Incomplete("cable cut".into());
    assert_eq!(incomplete.to_string(), "the body ended early");
    assert_eq!(incomplete.source().unwrap().to_string(), "cable cut");
}

#[test]
fn references_are_resolved_against_a_url_as_people_write_it() {
    for (base, type_uri) in [
        ("https://e.org/a/b", "https://e.org/a/x"),
        ("https://e.org/a/b#c/d", "https://e.org/a/x"),
        ("https://e.org/a/b?c/d", "https://e.org/a/x"),
        ("https://e.org", "https://e.org/x"),
        ("https://e.org/\u{e9}/{b}?q=a|b", "https://e.org/%C3%A9/x"),
        ("urn:a:b", "urn:x"),
        ("/a/b", "x"),
        ("", "x"),
        ("not a url", "x"),
    ] {
        let details = ProblemDetails::from_json(br#"{"type":"x"}"#).unwrap().resolve(base);
        assert_eq!(details.type_uri(), type_uri, "{base}");
    }
    let twice = ProblemDetails::from_json(br#"{"type":"x"}"#).unwrap().resolve("https://e.org/a/b");
    let twice = twice.resolve("https://example.com/").resolve("no base");
    assert_eq!(twice.type_uri(), "https://e.org/a/x");
    assert!(matches!(Relative::from_problem(twice), Ok(Relative)), "it is relative to the first base");
    let late = ProblemDetails::from_json(br#"{"type":"x"}"#).unwrap().resolve("://e.org/a/b");
    let late = late.resolve("https://e.org/a/b");
    assert_eq!(late.type_uri(), "https://e.org/a/x");
    assert!(
        matches!(Relative::from_problem(late), Ok(Relative)),
        "an invalid base does not count as the first"
    );
    let secret = ProblemDetails::from_json(br#"{"type":"x"}"#).unwrap().resolve("https://user:secret@e.org/");
    assert_eq!(secret.type_uri(), "https://e.org/x");
    let details = ProblemDetails::from_json(br#"{"instance":"y"}"#).unwrap().resolve("https://e.org/a/b");
    assert_eq!((details.type_uri(), details.instance()), ("about:blank", Some("https://e.org/a/y")));
    for type_uri in ["https://E.org/a/../b", "urn:x:y", "about:blank", "not a uri", "%", "tag:e.org,2021:x"] {
        let details = ProblemDetails::new(StatusCode::GONE).with_type(type_uri).resolve("https://e.org/a/b");
        assert_eq!(details.type_uri(), type_uri);
    }
}
