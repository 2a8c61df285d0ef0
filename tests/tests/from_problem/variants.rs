//! Tests which variant a problem is read as.

use crate::{read, read_response};
use http::StatusCode;
use problem_core::{FromProblem, Problem, ProblemDetails};
use std::convert::Infallible;

#[derive(Debug, PartialEq, FromProblem)]
#[problem(status = 409, base = "https://e.org/p/")]
enum Error {
    #[problem(type = "relative")]
    Based,
    #[problem(type = "urn:e:absolute")]
    Absolute,
    #[problem(type = "#fragment")]
    Fragment,
    Blank,
    #[problem(status = 404, type = "about:blank")]
    WrittenOut,
    #[problem(type = "skipped", skip_deserializing)]
    #[allow(dead_code, reason = "the test checks that it is not read back")]
    Skipped(Infallible),
    Any {
        #[problem(status)]
        status: StatusCode,
    },
}

#[test]
fn a_variant_is_found_by_the_type() {
    for (json, expected) in [
        (r#"{"type":"https://e.org/p/relative"}"#, Some(Error::Based)),
        (r#"{"type":"https://e.org/p/relative","status":404,"title":"Blank"}"#, Some(Error::Based)),
        (r#"{"status":404,"type":"https://e.org/p/relative"}"#, Some(Error::Based)),
        (r#" { "type" : "https://e.org/p/relative" } "#, Some(Error::Based)),
        (r#"{"type":"https:\/\/e.org\/p\/relative"}"#, Some(Error::Based)),
        (r#"{"type":"HTTPS://E.org/p/relative"}"#, Some(Error::Based)),
        (r#"{"type":"https://e.org/p/relative/"}"#, None),
        (r#"{"type":"https://e.org/p/relativ"}"#, None),
        (r#"{"type":"https://e.org/p/relative2"}"#, None),
        (r#"{"type":"relative"}"#, None),
        (r#"{"type":""}"#, None),
        (r#"{"type":"urn:e:absolute"}"#, Some(Error::Absolute)),
        (r#"{"type":"URN:E:absolute"}"#, Some(Error::Absolute)),
        (r#"{"type":"urn:e:Absolute"}"#, None),
        (r#"{"type":"https://e.org/p/#fragment"}"#, Some(Error::Fragment)),
        (r#"{"type":"https://e.org/p/#Fragment"}"#, None),
        (r#"{"type":"https://e.org/p/"}"#, None),
        (r#"{"type":"https://e.org/p/skipped"}"#, None),
        (r#"{"title":"Based"}"#, None),
        // The last of several types counts, and one that is not a string is ignored.
        (r#"{"type":"https://e.org/p/relative","type":"urn:e:absolute"}"#, Some(Error::Absolute)),
        (r#"{"type":"https://e.org/p/relative","type":"about:blank","status":409}"#, Some(Error::Blank)),
        (r#"{"type":"https://e.org/p/relative","type":null}"#, Some(Error::Based)),
        (r#"{"type":"https://e.org/p/relative","\u0074ype":"urn:e:absolute"}"#, Some(Error::Absolute)),
    ] {
        assert_eq!(read(json), expected, "{json}");
    }
}

#[test]
fn a_variant_of_about_blank_is_found_by_the_status() {
    for (json, expected) in [
        (r#"{"status":409}"#, Some(Error::Blank)),
        (r#"{"type":"about:blank","status":409}"#, Some(Error::Blank)),
        (r#"{"type":"ABOUT:blank","status":409}"#, Some(Error::Blank)),
        (r#"{"type":"about:BLANK","status":409}"#, None),
        (r#"{"type":42,"status":409}"#, Some(Error::Blank)),
        (r#"{"status":4.09e2}"#, Some(Error::Blank)),
        (r#"{"status":404}"#, Some(Error::WrittenOut)),
        (r#"{"status":410}"#, Some(Error::Any { status: StatusCode::GONE })),
        (r#"{"status":200}"#, Some(Error::Any { status: StatusCode::OK })),
        (r#"{"status":"409"}"#, None),
        (r#"{"status":600}"#, None),
        ("{}", None),
        (r#"{"status":404,"status":409}"#, Some(Error::Blank)),
    ] {
        assert_eq!(read(json), expected, "{json}");
    }
    assert_eq!(read_response(409, &[], "{}"), Some(Error::Blank));
    // The body says what the origin meant, even if a proxy changed the status code.
    assert_eq!(read_response(502, &[], r#"{"status":409}"#), Some(Error::Blank));
    assert_eq!(read_response(409, &[], r#"{"type":"urn:e:other"}"#), None::<Error>);
}

#[derive(Debug, PartialEq, FromProblem)]
enum AnyFirst {
    Any(#[problem(status)] StatusCode),
    #[problem(status = 404)]
    NotFound,
    #[problem(status = 500)]
    Internal,
}

#[test]
fn a_fixed_status_comes_before_a_status_field_in_any_order() {
    assert_eq!(read(r#"{"status":404}"#), Some(AnyFirst::NotFound));
    assert_eq!(read(r#"{"status":410}"#), Some(AnyFirst::Any(StatusCode::GONE)));
}

/// Such a problem would be sent with 500, but it does not say that its status is 500.
#[test]
fn a_problem_without_a_status_matches_no_variant_by_status() {
    assert_eq!(read("{}"), None::<AnyFirst>);
    assert_eq!(read_response(500, &[], "{}"), Some(AnyFirst::Internal));
}

#[test]
fn a_body_that_is_not_a_problem_is_an_error() {
    for json in ["", "[]", "\"type\"", r#"{"type":"urn:e:absolute""#, r#"{"type":"urn:e:absolute"} x"#] {
        assert!(Error::from_problem_json(json.as_bytes()).is_err(), "{json}");
    }
    let html = http::Response::builder().header("content-type", "text/html").body("{}").unwrap();
    assert!(Error::from_problem_response(&html).is_err());
    let with_mark = [b"\xef\xbb\xbf", &br#"{"type":"urn:e:absolute"}"#[..]].concat();
    assert_eq!(Error::from_problem_json(&with_mark).unwrap(), Ok(Error::Absolute));
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("secretive")]
enum Secretive {
    #[problem(status = 404, skip_deserializing)]
    NotFound,
    Any(#[problem(status)] StatusCode),
}

/// Otherwise, the client would read back a different error from the one that was sent.
#[test]
fn a_skipped_variant_is_not_read_as_another_one() {
    let details = Secretive::NotFound.to_details();
    assert_eq!(Secretive::try_from(details.clone()), Err(details));
    assert_eq!(read(r#"{"status":410}"#), Some(Secretive::Any(StatusCode::GONE)));
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
enum Total {
    #[error("known")]
    #[problem(status = 404)]
    Known,
    #[error(transparent)]
    #[problem(other)]
    Other(ProblemDetails),
}

#[test]
fn the_conversion_into_an_enum_with_other_cannot_fail() {
    assert_eq!(Total::from(ProblemDetails::new(StatusCode::NOT_FOUND)), Total::Known);
    let details = ProblemDetails::new(StatusCode::GONE).with_extension("abc", &1);
    assert_eq!(Total::from(details.clone()), Total::Other(details.clone()));
    assert_eq!(Total::from_problem(details.clone()), Ok(Total::Other(details.clone())));
    assert_eq!(convert::<Total>(details.clone()), Ok::<_, Infallible>(Total::Other(details.clone())));
    // The variant is sent as the details that it holds, and received details are sent as a plain 500.
    assert_eq!(Total::Other(details.clone()).to_json(), details.to_json());
    let received = read::<Total>(r#"{"type":"urn:x:y"}"#).unwrap();
    assert_eq!(received.to_json(), ProblemDetails::new(StatusCode::INTERNAL_SERVER_ERROR).to_json());
    let Total::Other(received) = received else { panic!("{received:?}") };
    assert_eq!(Total::Other(received.forwarding(&[])).to_details().type_uri(), "urn:x:y");
}

/// A bound on `TryFrom` accepts both kinds of conversion.
fn convert<T: TryFrom<ProblemDetails>>(details: ProblemDetails) -> Result<T, T::Error> {
    T::try_from(details)
}

#[derive(Debug, PartialEq, FromProblem)]
#[problem(type = "urn:e:struct")]
struct Struct {
    #[problem(extension)]
    balance: u8,
}

#[derive(Debug, PartialEq, FromProblem)]
enum Empty {}

#[test]
fn structs_and_empty_enums_can_be_read() {
    assert_eq!(read(r#"{"type":"urn:e:struct","balance":3}"#), Some(Struct { balance: 3 }));
    assert_eq!(read(r#"{"type":"urn:e:struct"}"#), None::<Struct>);
    assert_eq!(read(r#"{"balance":3}"#), None::<Struct>);
    assert_eq!(read("{}"), None::<Empty>);
    let details = ProblemDetails::from_json(br#"{"type":"urn:e:struct"}"#).unwrap();
    assert_eq!(Struct::try_from(details.clone()), Err(details));
}
