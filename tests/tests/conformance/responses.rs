//! Tests the information that a response adds to its body.

use crate::{Known, OUT_OF_CREDIT, from_response, name, read, response, typed};
use http::{HeaderValue, Response, StatusCode};
use problem_core::{FromProblem, Problem, ProblemDetails, ReadError};
use std::time::Duration;

#[test]
fn rows_071_and_184_the_content_type_says_whether_a_response_is_a_problem() {
    for content_type in [
        &b"application/problem+json"[..],
        b"Application/Problem+JSON",
        b"APPLICATION/PROBLEM+JSON",
        b"Application/Problem+JSON ; charset=utf-8; x=\"a;b\"",
        b"application/problem+json;charset=iso-8859-1",
        b"application/problem+json;",
        b"application/problem+json\t;q=0",
        b"application/problem+json; profile=\"application/json\"",
        b" application/problem+json\t",
        b"application/problem+json; x=\xe9",
    ] {
        let response = response(400, content_type, r#"{"title":"t"}"#);
        let details = ProblemDetails::from_response(&response).unwrap();
        assert_eq!(details.title(), Some("t"), "{content_type:?}");
        assert_eq!(Known::from_problem_response(&response).unwrap(), Err(details), "{content_type:?}");
    }
    for content_type in [
        &b"application/json"[..],
        b"application/problem",
        b"application/problem+jsonp",
        b"application/problem+json-seq",
        b"application/vnd.api+json",
        b"application/api-problem+json",
        b"application/ problem+json",
        b"application/problem +json",
        b"application/problem+json, text/html",
        b"text/html, application/problem+json",
        b"text/plain; x=application/problem+json",
        b"\"application/problem+json\"",
        b"problem+json",
        b";application/problem+json",
        b"*/*",
        b"",
        b";",
        b"\xe9",
    ] {
        let value = HeaderValue::from_bytes(content_type).unwrap();
        let response = response(400, content_type, OUT_OF_CREDIT);
        for error in [
            ProblemDetails::from_response(&response).unwrap_err(),
            Known::from_problem_response(&response).unwrap_err(),
        ] {
            assert!(matches!(error, ReadError::MediaType(Some(found)) if found == value), "{value:?}");
        }
    }
    let mut response = Response::new(OUT_OF_CREDIT);
    // Row 69: no other header field can contain a problem or announce one.
    response.headers_mut().insert("problem", HeaderValue::from_static("application/problem+json"));
    assert!(matches!(ProblemDetails::from_response(&response), Err(ReadError::MediaType(None))));
    assert!(matches!(Known::from_problem_response(&response), Err(ReadError::MediaType(None))));
}

#[test]
fn row_184_the_status_code_does_not_say_whether_a_response_is_a_problem() {
    let details = from_response(200, OUT_OF_CREDIT);
    assert_eq!(details.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(details.response_status(), Some(StatusCode::OK));
    assert!(details.status_mismatch());
    for status in [200, 204, 304, 404, 500] {
        let response = response(status, b"application/problem+json", OUT_OF_CREDIT);
        let expected = Ok(Known::OutOfCredit { balance: Some(30), cost: 50 });
        assert_eq!(Known::from_problem_response(&response).unwrap(), expected, "{status}");
    }
}

#[test]
fn row_001_a_response_without_an_object_is_an_error() {
    for (json, expected) in [
        ("", "Empty"),
        (" ", "Json"),
        ("\u{feff}", "Json"),
        ("{", "Json"),
        ("[]", "NotAnObject"),
        ("\"oops\"", "NotAnObject"),
    ] {
        let response = response(502, b"application/problem+json", json);
        for error in [
            ProblemDetails::from_response(&response).unwrap_err(),
            Known::from_problem_response(&response).unwrap_err(),
        ] {
            assert_eq!(name(&error), expected, "{json}");
        }
    }
}

#[test]
fn rows_026_027_and_065_both_status_codes_are_available() {
    for (row, http, json, status, mismatch) in [
        (26, 502, r#"{"status":404}"#, 404, true),
        (26, 404, r#"{"status":404}"#, 404, false),
        (26, 404, r#"{"status":4.04e2}"#, 404, false),
        (27, 404, "{}", 404, false),
        (27, 404, r#"{"status":"403"}"#, 404, false),
        (27, 404, r#"{"status":null}"#, 404, false),
        (67, 404, r#"{"status":999}"#, 404, false),
        (65, 500, r#"{"status":200}"#, 200, true),
        (65, 200, r#"{"status":500}"#, 500, true),
        (65, 404, r#"{"status":403,"status":404}"#, 404, false),
        (65, 404, r#"{"status":403,"status":"404"}"#, 403, true),
        (65, 403, r#"{"status":404,"status":999}"#, 404, true),
    ] {
        let details = from_response(http, json);
        assert_eq!(details.status().unwrap().as_u16(), status, "row {row}: {json}");
        assert_eq!(details.response_status().unwrap().as_u16(), http, "row {row}: {json}");
        assert_eq!(details.status_mismatch(), mismatch, "row {row}: {json}");
        // A received problem is sent as a plain 500. A forwarded one has the status code of the response.
        // If that is not an error, it has the status code of the body.
        assert_eq!(details.http_status(), StatusCode::INTERNAL_SERVER_ERROR, "row {row}: {json}");
        let of_error = if http >= 400 { http } else { status };
        assert_eq!(details.forwarding(&[]).http_status().as_u16(), of_error, "row {row}: {json}");
        let response = response(http, b"application/problem+json", json);
        let is_not_found = Known::from_problem_response(&response).unwrap() == Ok(Known::NotFound);
        assert_eq!(is_not_found, status == 404, "row {row}: {json}");
    }
    // A body that was stored without its response.
    let stored = read(r#"{"status":404}"#);
    assert_eq!(stored.status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(stored.response_status(), None);
    assert!(!stored.status_mismatch());
    assert_eq!(read("{}").status(), None);
}

#[test]
fn row_123_a_status_code_beyond_the_classes_is_a_server_error() {
    for code in [600, 799, 999] {
        let details = from_response(code, "{}").forwarding(&[]);
        assert_eq!(details.response_status().unwrap().as_u16(), code);
        assert_eq!(details.http_status(), StatusCode::INTERNAL_SERVER_ERROR, "{code}");
        assert_eq!(details.to_response().status(), StatusCode::INTERNAL_SERVER_ERROR, "{code}");
        assert_eq!(
            typed(std::str::from_utf8(&details.to_json()).unwrap()),
            Err(details.to_details()),
            "{code}"
        );
    }
}

#[test]
fn row_124_an_unknown_status_code_belongs_to_its_class() {
    for (code, text) in [
        (471, "471 Client Error"),
        (499, "499 Client Error"),
        (418, "418 Client Error"),
        (599, "599 Server Error"),
    ] {
        let details = from_response(code, "{}").forwarding(&[]);
        assert_eq!(details.http_status().as_u16(), code);
        assert_eq!(details.to_string(), text);
    }
}

#[test]
fn row_161_retry_after_is_a_number_of_seconds_or_a_date() {
    let retry_after = |value: &[u8], date: Option<&'static str>| {
        let mut response = response(503, b"application/problem+json", "{}");
        response.headers_mut().insert("retry-after", HeaderValue::from_bytes(value).unwrap());
        if let Some(date) = date {
            response.headers_mut().insert("date", HeaderValue::from_static(date));
        }
        ProblemDetails::from_response(&response).unwrap().retry_after()
    };
    for (value, expected) in [
        (&b"120"[..], Some(120)),
        (b"0", Some(0)),
        (b"007", Some(7)),
        (b" 120\t", Some(120)),
        (b"18446744073709551615", Some(u64::MAX)),
        (b"99999999999999999999999", Some(u64::MAX)),
        (b"-1", None),
        (b"+1", None),
        (b"1.5", None),
        (b"1e3", None),
        (b"1,2", None),
        (b"1 2", None),
        (b"1s", None),
        (b"soon", None),
        (b"", None),
        (b" ", None),
        (b"\xe9", None),
        (b"2026-01-02T03:04:05Z", None),
        // All three forms of a date (RFC 9110, section 5.6.7).
        (b"Fri, 31 Dec 1999 23:59:59 GMT", Some(59)),
        (b" Fri, 31 Dec 1999 23:59:59 GMT ", Some(59)),
        (b"Friday, 31-Dec-99 23:59:59 GMT", Some(59)),
        (b"Fri Dec 31 23:59:59 1999", Some(59)),
        (b"Fri, 31 Dec 1999 23:59:00 GMT", Some(0)),
        (b"Thu, 30 Dec 1999 23:59:59 GMT", Some(0)),
        (b"Fri, 31 Dec 1999 23:59:59 CET", None),
        (b"Fri, 31 Dec 1999 25:59:59 GMT", None),
    ] {
        let found = retry_after(value, Some("Fri, 31 Dec 1999 23:59:00 GMT"));
        assert_eq!(found, expected.map(Duration::from_secs), "{:?}", String::from_utf8_lossy(value));
    }
    // If the response has no valid `Date`, the local clock counts, and the date is in the past by any clock.
    for date in [None, Some("yesterday")] {
        assert_eq!(retry_after(b"Fri, 31 Dec 1999 23:59:59 GMT", date), Some(Duration::ZERO));
        assert_eq!(retry_after(b"5", date), Some(Duration::from_secs(5)));
    }
    assert_eq!(from_response(503, "{}").retry_after(), None);
    assert_eq!(read("{}").retry_after(), None);
}
