//! Tests which format a response has, for each set of features. `.ci/formats` runs this test with all four sets.

use http::header::{
    ACCEPT, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER,
    VARY,
};
use http::{Method, StatusCode};
use problem_core::{Format, Problem, ProblemDetails};

const JSON: &str = "application/problem+json";
const XML: &str = "application/problem+xml";
const HTML: &str = "text/html; charset=utf-8";

/// The media type of the response to a request for XML, or JSON if the feature `xml` is off.
const XML_IF_THERE: &str = if cfg!(feature = "xml") { XML } else { JSON };
/// The media type of the response to a request for HTML, or JSON if the feature `html` is off.
const HTML_IF_THERE: &str = if cfg!(feature = "html") { HTML } else { JSON };

const IS_NEGOTIABLE: bool = cfg!(any(feature = "xml", feature = "html"));

const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/// The lines of `Accept`, and the media type of the response.
const ANSWERS: &[(&[&str], &str)] = &[
    (&[], JSON),
    (&[""], JSON),
    (&["*/*"], JSON),
    (&["application/*"], JSON),
    (&["application/json"], JSON),
    (&["application/problem+json"], JSON),
    (&["image/png"], JSON),
    (&["no media range"], JSON),
    (&[BROWSER], HTML_IF_THERE),
    (&["text/html"], HTML_IF_THERE),
    (&["text/*"], HTML_IF_THERE),
    (&["application/xhtml+xml"], HTML_IF_THERE),
    (&["application/xml"], XML_IF_THERE),
    (&["text/xml"], XML_IF_THERE),
    (&["application/problem+xml"], XML_IF_THERE),
    (&["application/problem+xml;q=0.1, application/problem+json;q=0"], XML_IF_THERE),
    (&["application/problem+json;q=0.1, application/problem+xml"], XML_IF_THERE),
    (&["application/problem+json;q=0.1", "application/problem+xml"], XML_IF_THERE),
    (&["application/problem+json, application/problem+xml, text/html"], JSON),
    (&["text/html, application/json"], JSON),
    (&["text/html, application/json;q=0.9"], HTML_IF_THERE),
    // With only one of the features, only one of the two formats can be chosen.
    (
        &["text/html;q=0.5, application/problem+xml;q=0.4"],
        if cfg!(feature = "html") { HTML } else { XML_IF_THERE },
    ),
    (
        &["text/html;q=0.4, application/problem+xml;q=0.5"],
        if cfg!(feature = "xml") { XML } else { HTML_IF_THERE },
    ),
];

fn request(lines: &[&'static str]) -> HeaderMap {
    lines.iter().map(|line| (ACCEPT, HeaderValue::from_static(line))).collect()
}

/// Returns a map with exactly these fields.
fn fields(fields: &[(HeaderName, &str)]) -> HeaderMap {
    let fields = fields.iter().map(|(name, value)| (name.clone(), HeaderValue::from_str(value).unwrap()));
    fields.collect()
}

/// Returns a map with these fields, and with `Vary` if there is more than one format.
fn fields_with_vary(rest: &[(HeaderName, &str)], vary: &str) -> HeaderMap {
    let mut expected = fields(rest);
    if IS_NEGOTIABLE {
        expected.insert(VARY, HeaderValue::from_str(vary).unwrap());
    }
    expected
}

fn details() -> ProblemDetails {
    ProblemDetails::new(StatusCode::CONFLICT).with_extension("a", &[1])
}

/// Returns the beginning of a body of this media type.
fn beginning(media_type: &str) -> &'static [u8] {
    match media_type {
        XML => b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><problem xmlns=\"urn:ietf:rfc:7807\">",
        HTML => b"<!DOCTYPE html>\n<html lang=\"en\">",
        _ => b"{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,",
    }
}

#[test]
fn each_request_gets_an_available_format() {
    for (lines, media_type) in ANSWERS {
        let request = request(lines);
        assert_eq!(Format::negotiate(&request).content_type(), *media_type, "{lines:?}");
        let response = details().respond(&request);
        assert_eq!(response.status(), 409, "{lines:?}");
        let expected = fields_with_vary(&[(CONTENT_TYPE, media_type)], "Accept");
        assert_eq!(*response.headers(), expected, "{lines:?}");
        assert!(response.body().starts_with(beginning(media_type)), "{lines:?}");
    }
}

#[test]
fn a_head_request_gets_the_same_fields_and_the_length() {
    for (lines, media_type) in ANSWERS {
        let request = request(lines);
        let length = details().respond(&request).body().len().to_string();
        let response = details().respond_to(&Method::HEAD, &request);
        let expected = fields_with_vary(&[(CONTENT_TYPE, media_type), (CONTENT_LENGTH, &length)], "Accept");
        assert_eq!(*response.headers(), expected, "{lines:?}");
        assert!(response.body().is_empty(), "{lines:?}");
        assert_eq!(
            details().respond_to(&Method::GET, &request).body().len().to_string(),
            length,
            "{lines:?}"
        );
    }
}

#[test]
fn the_header_fields_of_the_problem_are_sent_too() {
    let details = details()
        .with_header(CONTENT_LANGUAGE, HeaderValue::from_static("de"))
        .with_header(RETRY_AFTER, HeaderValue::from_static("7"))
        .with_header(VARY, HeaderValue::from_static("Origin"));
    for (lines, media_type) in ANSWERS {
        let rest = [
            (CONTENT_TYPE, *media_type),
            (CONTENT_LANGUAGE, "de"),
            (RETRY_AFTER, "7"),
            (VARY, if IS_NEGOTIABLE { "Origin, Accept" } else { "Origin" }),
        ];
        assert_eq!(*details.respond(&request(lines)).headers(), fields(&rest), "{lines:?}");
    }
}

/// `to_response` does not know the request, so its response cannot depend on it.
#[test]
fn to_response_does_not_set_vary() {
    assert_eq!(*details().to_response().headers(), fields(&[(CONTENT_TYPE, JSON)]));
}

/// `respond` falls back to JSON if XML would lose a member. The request still matters, so `Vary` stays.
#[test]
fn a_name_that_xml_cannot_carry_is_sent_as_json() {
    let response = details().with_extension("2nd", &1).respond(&request(&["application/xml"]));
    assert_eq!(*response.headers(), fields_with_vary(&[(CONTENT_TYPE, JSON)], "Accept"));
    assert!(response.body().ends_with(b",\"2nd\":1,\"a\":[1]}"));
}
