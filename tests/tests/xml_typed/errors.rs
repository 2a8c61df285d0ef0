//! Tests of whole errors: how they are told apart, and where their fields come from.

use crate::{XML, by_json, by_xml, read, response};
use bytes::Bytes;
use http::StatusCode;
use problem_core::client::CallError;
use problem_core::{FromProblem, Problem, ProblemDetails};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

#[derive(Clone, Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(base = "https://e.org/probs/", rename_all = "camelCase")]
enum Service {
    #[problem(status = 403, type = "out-of-credit", detail = "{balance} < {cost}.")]
    OutOfCredit {
        #[problem(extension)]
        balance: i64,
        #[problem(extension)]
        cost: u64,
        #[problem(instance)]
        account: String,
        #[problem(extension = "any-name")]
        renamed: Option<f64>,
    },
    #[problem(status = 404)]
    NotFound,
    #[problem(type = "status", detail = "d")]
    Status(#[problem(status)] StatusCode),
    #[problem(status = 503, type = "busy", detail = "d")]
    Busy {
        #[problem(retry_after)]
        delay: Duration,
        #[problem(header = "x-queue")]
        queue: u32,
        #[problem(extension, default)]
        place_in_line: u8,
    },
    #[problem(status = 400, type = "map", detail = "d")]
    Map {
        #[problem(extension)]
        declared: bool,
        #[problem(flatten)]
        rest: BTreeMap<String, Vec<u8>>,
    },
    #[problem(status = 400, type = "part", detail = "d")]
    Part(#[problem(flatten)] Part),
    #[problem(status = 400, type = "optional-part", detail = "d")]
    OptionalPart(#[problem(flatten)] Option<Part>),
    #[problem(transparent)]
    Inner(Inner),
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Part {
    one: u8,
    two: Option<bool>,
    three: Vec<Option<u8>>,
}

#[derive(Clone, Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
enum Inner {
    #[problem(status = 409, type = "urn:e:inner", detail = "d")]
    Number(#[problem(extension = "number")] u128),
    #[problem(transparent)]
    Innermost(Box<Innermost>),
}

#[derive(Clone, Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(status = 410, type = "urn:e:innermost", detail = "d")]
struct Innermost {
    #[problem(extension)]
    flag: bool,
}

#[test]
fn an_error_is_read_from_xml_as_from_json() {
    let part = Part { one: 1, two: None, three: vec![Some(3), None] };
    for error in [
        Service::OutOfCredit { balance: i64::MIN, cost: u64::MAX, account: "/a".to_owned(), renamed: None },
        Service::OutOfCredit { balance: 0, cost: 1, account: "/a?b&c='d'".to_owned(), renamed: Some(0.1) },
        Service::NotFound,
        Service::Status(StatusCode::LOCKED),
        Service::Busy { delay: Duration::from_secs(7), queue: 8, place_in_line: 9 },
        Service::Map { declared: true, rest: BTreeMap::new() },
        Service::Map {
            declared: false,
            rest: BTreeMap::from([("a".to_owned(), vec![]), ("i".to_owned(), vec![1, 2])]),
        },
        Service::Part(part.clone()),
        Service::Part(Part { two: Some(true), three: vec![], ..part.clone() }),
        Service::OptionalPart(Some(part)),
        Service::OptionalPart(None),
        Service::Inner(Inner::Number(5)),
        Service::Inner(Inner::Innermost(Box::new(Innermost { flag: true }))),
    ] {
        assert_eq!(by_xml(&error), Ok(error.clone()));
        assert_eq!(by_json(&error), Ok(error));
    }
}

#[test]
fn a_problem_that_does_not_match_is_returned_unchanged() {
    for (status, xml, expected) in [
        (
            403,
            "<type>https://e.org/probs/other</type><a>1</a>",
            json!({ "type": "https://e.org/probs/other", "status": 403, "a": "1" }),
        ),
        (410, "<title> t </title>", json!({ "title": " t ", "status": 410 })),
        // A field is missing, or of the wrong type.
        (409, "<type>urn:e:inner</type>", json!({ "type": "urn:e:inner", "status": 409 })),
        (
            409,
            "<type>urn:e:inner</type><number>-1</number>",
            json!({ "type": "urn:e:inner", "status": 409, "number": "-1" }),
        ),
        (
            400,
            "<type>https://e.org/probs/part</type><one/>",
            json!({ "type": "https://e.org/probs/part", "status": 400, "one": "" }),
        ),
    ] {
        let xml = format!("<problem xmlns='urn:ietf:rfc:7807'>{xml}</problem>");
        for content_type in XML {
            let details = read::<Service>(response(status, content_type, xml.clone())).unwrap_err();
            assert_eq!(serde_json::to_value(&details).unwrap(), expected, "{xml}");
            assert_eq!(details.headers()["content-type"], content_type);
            assert_eq!(details.response_status().map(|status| status.as_u16()), Some(status));
        }
    }
}

#[test]
fn the_fields_of_the_response_are_read_with_xml_as_with_json() {
    let busy = |queue, retry_after, place: &str| {
        let xml = format!(
            "<problem xmlns='urn:ietf:rfc:7807'><type>\nhttps://e.org/probs/busy\n</type>{place}</problem>"
        );
        let mut response = response(503, XML[0], xml);
        response.headers_mut().insert("x-queue", queue);
        response.headers_mut().insert("retry-after", retry_after);
        read::<Service>(response).ok()
    };
    let value = http::HeaderValue::from_static;
    let expected = |place_in_line| Service::Busy { delay: Duration::from_secs(7), queue: 8, place_in_line };
    assert_eq!(busy(value("8"), value("7"), "<placeInLine> 9 </placeInLine>"), Some(expected(9)));
    for place in ["", "<placeInLine/>", "<placeInLine>256</placeInLine>", "<place_in_line>9</place_in_line>"]
    {
        assert_eq!(busy(value("8"), value("7"), place), Some(expected(0)), "{place}");
    }
    assert_eq!(busy(value("8"), value("soon"), ""), None);
    assert_eq!(busy(value("eight"), value("7"), ""), None);
}

#[test]
fn the_status_is_that_of_the_body_or_else_of_the_response() {
    for (status, xml, expected) in [
        (404, "", Some(Service::NotFound)),
        (404, "<status>abc</status>", Some(Service::NotFound)),
        (502, "<status> 404 </status>", Some(Service::NotFound)),
        (404, "<status>410</status>", None),
        (404, "<type>\n about:blank </type>", Some(Service::NotFound)),
        (404, "<type><a/></type>", Some(Service::NotFound)),
        (404, "<type/>", None),
        (423, "<type>https://e.org/probs/status</type>", Some(Service::Status(StatusCode::LOCKED))),
        (423, "<type>HTTPS://E.org/probs/status</type>", Some(Service::Status(StatusCode::LOCKED))),
        (
            423,
            "<status>424</status><type>https://e.org/probs/status</type>",
            Some(Service::Status(StatusCode::FAILED_DEPENDENCY)),
        ),
    ] {
        let body = format!("<problem xmlns='urn:ietf:rfc:7807'>{xml}</problem>");
        assert_eq!(read::<Service>(response(status, XML[0], body)).ok(), expected, "{xml}");
    }
}

#[derive(Debug, PartialEq, FromProblem)]
enum WithOther {
    #[problem(type = "quota")]
    Quota(#[problem(extension = "limit")] u32),
    #[problem(other)]
    Other(ProblemDetails),
}

#[test]
fn types_are_resolved_and_everything_else_is_other() {
    let call = |xml: &str, url| {
        let xml = format!("<problem xmlns='urn:ietf:rfc:7807'>{xml}</problem>");
        match CallError::<WithOther>::from_response(response(403, XML[2], xml), url) {
            CallError::Typed(error, _) => error,
            error => panic!("{error:?}"),
        }
    };
    let url = Some("https://e.org/v1/vaults");
    for type_uri in ["quota", " quota\n", "./quota", "https://e.org/v1/quota", "/v1/quota"] {
        let xml = format!("<limit>3</limit><type>{type_uri}</type>");
        assert_eq!(call(&xml, url), WithOther::Quota(3), "{type_uri}");
    }
    let WithOther::Other(details) = call("<type>other</type><limit> 3 </limit><i>4</i>", url) else {
        panic!("another type should be read as `Other`");
    };
    assert_eq!(details.type_uri(), "https://e.org/v1/other");
    assert_eq!(details.extension("limit"), Some(3_u32));
    assert_eq!(details.extension("i"), Some('4'));
    // As with JSON, a problem with a field of the wrong type is not read as the typed error.
    let WithOther::Other(details) = call("<type>quota</type><limit>three</limit>", None) else {
        panic!("a limit that is not a number should be read as `Other`");
    };
    assert_eq!(details.extension("limit"), Some("three".to_owned()));
}

#[test]
fn a_body_that_cannot_be_read_is_not_a_problem() {
    for (content_type, body) in [
        ("application/xml", "<problem xmlns='urn:ietf:rfc:7807'/>"),
        ("text/xml", "<problem xmlns='urn:ietf:rfc:7807'/>"),
        ("application/problem+xml2", "<problem xmlns='urn:ietf:rfc:7807'/>"),
        (XML[0], "<problem/>"),
        (XML[0], "{}"),
        (XML[0], ""),
        ("application/problem+json", "<problem xmlns='urn:ietf:rfc:7807'/>"),
    ] {
        let error = CallError::<WithOther>::from_response(response(403, content_type, body), None);
        let CallError::NoProblem(response, _) = error else { panic!("{content_type} {body}: {error:?}") };
        assert_eq!((response.status(), response.body()), (StatusCode::FORBIDDEN, &Bytes::from(body)));
    }
}

/// Members that were read stay text when others are added. The added ones keep their types.
#[test]
fn added_members_keep_their_types() {
    let xml = "<problem xmlns='urn:ietf:rfc:7807'><a>1</a><b>2</b></problem>";
    let details = ProblemDetails::from_xml(xml.as_bytes()).unwrap();
    let details =
        details.with_extension("b", &3).with_extension("c", &[Some(4), None]).with_extension("n", &());
    let expected = json!({ "a": "1", "b": 3, "c": [4, null], "n": null });
    assert_eq!(Value::from(details.extensions().clone()), expected);
    assert_eq!(details.extension("a"), Some(1));
    assert_eq!(details.extension("b"), Some(3));
    assert_eq!(details.extension::<String>("b"), None);
    assert_eq!(details.extension("c"), Some(vec![Some(4), None]));
    assert_eq!(details.extension("c"), Some((4.0, ())));
    assert_eq!(details.extension("n"), Some(None::<u8>));
    assert_eq!(details.extension("n"), Some(()));

    // Forwarded as JSON, the member is still text, since its type is unknown.
    let details =
        ProblemDetails::from_xml(xml.as_bytes()).unwrap().with_status(StatusCode::GONE).forwarding(&[]);
    let body: Map<String, Value> = serde_json::from_slice(&details.to_json()).unwrap();
    assert_eq!((&body["a"], &body["status"]), (&json!("1"), &json!(410)));
}
