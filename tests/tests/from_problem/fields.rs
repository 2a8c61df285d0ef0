//! Tests of the parts of a problem that fields are read from.

use crate::{read, read_response};
use http::{Response, StatusCode};
use problem_core::{FromProblem, Problem};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::time::{Duration, SystemTime};

type Maybe<T> = Option<T>;

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct NullWhenNone(Option<u8>);

#[derive(Debug, PartialEq, FromProblem)]
#[problem(type = "urn:e:members", rename_all = "camelCase")]
struct Members<T> {
    #[problem(extension)]
    required: u8,
    #[problem(extension)]
    optional: Option<u8>,
    #[problem(extension)]
    alias_of_option: Maybe<Vec<u8>>,
    #[problem(extension = "any-value")]
    any: Value,
    #[problem(extension)]
    newtype: NullWhenNone,
    #[problem(extension, default)]
    with_default: u8,
    #[problem(default)]
    not_sent: PhantomData<T>,
}

#[test]
fn extension_members_are_read() {
    let absent = || Members::<()> {
        required: 1,
        optional: None,
        alias_of_option: None,
        any: Value::Null,
        newtype: NullWhenNone(None),
        with_default: 0,
        not_sent: PhantomData,
    };
    for (json, expected) in [
        (r#"{"type":"urn:e:members","required":1}"#, Some(absent())),
        (
            r#"{"type":"urn:e:members","required":1,"optional":null,"aliasOfOption":null,"any-value":null,"newtype":null}"#,
            Some(absent()),
        ),
        (
            r#"{"withDefault":6,"newtype":5,"any-value":{"a":[4]},"aliasOfOption":[3],"optional":2,"required":1,"type":"urn:e:members"}"#,
            Some(Members {
                optional: Some(2),
                alias_of_option: Some(vec![3]),
                any: json!({ "a": [4] }),
                newtype: NullWhenNone(Some(5)),
                with_default: 6,
                ..absent()
            }),
        ),
        // Values of the wrong type. A number out of range counts as one too.
        (
            r#"{"type":"urn:e:members","required":1,"optional":"2","aliasOfOption":3,"newtype":"5","withDefault":-6}"#,
            Some(absent()),
        ),
        (r#"{"type":"urn:e:members","required":1,"optional":256,"with_default":6}"#, Some(absent())),
        (r#"{"type":"urn:e:members","required":1,"optional":1e400}"#, Some(absent())),
        (r#"{"type":"urn:e:members","required":1,"unknown":1e400}"#, Some(absent())),
        (r#"{"type":"urn:e:members"}"#, None),
        (r#"{"type":"urn:e:members","required":null}"#, None),
        (r#"{"type":"urn:e:members","required":"1"}"#, None),
        (r#"{"type":"urn:e:members","required":[1]}"#, None),
        (r#"{"type":"urn:e:members","required":1.0}"#, None),
        (r#"{"type":"urn:e:members","required":256}"#, None),
        // The last of several members with one name counts.
        (r#"{"type":"urn:e:members","required":9,"required":1}"#, Some(absent())),
        (r#"{"type":"urn:e:members","required":"9","required":1}"#, Some(absent())),
        (r#"{"type":"urn:e:members","required":1,"required":"9"}"#, None),
        (r#"{"type":"urn:e:members","required":1,"optional":9,"optional":null}"#, Some(absent())),
        (r#"{"type":"urn:e:members","\u0072equired":1}"#, Some(absent())),
    ] {
        assert_eq!(read(json), expected, "{json}");
    }
}

#[derive(Debug, Default, PartialEq, FromProblem)]
#[problem(type = "urn:e:alike")]
struct Alike {
    #[problem(extension)]
    first: Option<u8>,
    #[problem(extension)]
    second: Option<u8>,
    #[problem(extension)]
    third: Option<u8>,
    #[problem(extension)]
    fourth: Option<u8>,
}

/// All fields have the same type, so nothing else would reveal that two of them were swapped.
#[test]
fn each_member_is_read_into_its_own_field() {
    for (json, expected) in [
        (r#"{"type":"urn:e:alike","first":1}"#, Alike { first: Some(1), ..Alike::default() }),
        (r#"{"type":"urn:e:alike","second":2}"#, Alike { second: Some(2), ..Alike::default() }),
        (r#"{"type":"urn:e:alike","third":3}"#, Alike { third: Some(3), ..Alike::default() }),
        (r#"{"type":"urn:e:alike","fourth":4}"#, Alike { fourth: Some(4), ..Alike::default() }),
        (
            r#"{"type":"urn:e:alike","fourth":4,"third":3,"second":2,"first":1}"#,
            Alike { first: Some(1), second: Some(2), third: Some(3), fourth: Some(4) },
        ),
    ] {
        assert_eq!(read(json), Some(expected), "{json}");
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct NineUnlessSent(Option<u8>);

impl Default for NineUnlessSent {
    fn default() -> Self {
        Self(Some(9))
    }
}

#[derive(Debug, PartialEq, FromProblem)]
#[problem(type = "urn:e:nine")]
struct Nine(#[problem(extension = "number", default)] NineUnlessSent);

/// Without `default`, an absent member would be read as `null`.
#[test]
fn the_default_is_for_an_absent_member_and_not_for_null() {
    for (json, number) in [
        (r#"{"type":"urn:e:nine"}"#, Some(9)),
        (r#"{"type":"urn:e:nine","number":"1"}"#, Some(9)),
        (r#"{"type":"urn:e:nine","number":null}"#, None),
        (r#"{"type":"urn:e:nine","number":1}"#, Some(1)),
    ] {
        assert_eq!(read(json), Some(Nine(NineUnlessSent(number))), "{json}");
    }
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("headers")]
#[problem(status = 405, header("allow" = "{allow}"), header("x-two" = "{optional:?} {defaulted}"))]
struct Headers {
    allow: String,
    #[problem(header = "X-Required")]
    required: u8,
    #[problem(header = "x-optional")]
    optional: Option<u8>,
    #[problem(header = "x-alias")]
    alias: Maybe<u8>,
    #[problem(header = "x-defaulted", default)]
    defaulted: u8,
}

#[test]
fn header_fields_are_read() {
    let expected = |optional, alias, defaulted| {
        Some(Headers { allow: "GET, HEAD".to_owned(), required: 1, optional, alias, defaulted })
    };
    let allow = ("allow", "GET, HEAD");
    for (headers, expected) in [
        (&[allow, ("x-required", "1")][..], expected(None, None, 0)),
        (
            &[allow, ("x-required", "1"), ("x-optional", "2"), ("x-alias", "3"), ("x-defaulted", "4")],
            expected(Some(2), Some(3), 4),
        ),
        (
            &[allow, ("x-required", "1"), ("x-optional", "two"), ("x-alias", "-3"), ("x-defaulted", "")],
            expected(None, None, 0),
        ),
        (&[allow, ("x-required", "1"), ("x-optional", "\u{e9}")], expected(None, None, 0)),
        // The first of several lines counts.
        (&[allow, ("x-required", "1"), ("x-required", "9")], expected(None, None, 0)),
        (&[allow], None),
        (&[("x-required", "1")], None),
        (&[allow, ("x-required", "256")], None),
    ] {
        assert_eq!(read_response(405, headers, "{}"), expected, "{headers:?}");
    }
    // A body alone has no header fields.
    assert_eq!(read(r#"{"status":405}"#), None::<Headers>);
}

#[derive(Debug, PartialEq, FromProblem)]
enum Wait {
    #[problem(type = "urn:e:duration")]
    Duration(#[problem(retry_after)] Duration),
    #[problem(type = "urn:e:seconds")]
    Seconds(#[problem(retry_after)] u8),
    #[problem(type = "urn:e:optional")]
    Optional(#[problem(retry_after)] Option<u64>),
    #[problem(type = "urn:e:defaulted")]
    Defaulted(#[problem(retry_after, default)] u128),
}

#[test]
fn retry_after_is_read_as_a_delay() {
    let wait = |kind: &str, retry_after: &str| {
        let headers = [("date", "Fri, 31 Dec 1999 23:59:00 GMT"), ("retry-after", retry_after)];
        read_response::<Wait>(503, &headers, &format!(r#"{{"type":"urn:e:{kind}"}}"#))
    };
    let date = "Fri, 31 Dec 1999 23:59:59 GMT";
    for (retry_after, seconds) in [("7", 7), (date, 59)] {
        assert_eq!(wait("duration", retry_after), Some(Wait::Duration(Duration::from_secs(seconds))));
        assert_eq!(wait("seconds", retry_after), Some(Wait::Seconds(u8::try_from(seconds).unwrap())));
        assert_eq!(wait("optional", retry_after), Some(Wait::Optional(Some(seconds))));
        assert_eq!(wait("defaulted", retry_after), Some(Wait::Defaulted(u128::from(seconds))));
    }
    assert_eq!(wait("seconds", "256"), None);
    assert_eq!(wait("duration", "256"), Some(Wait::Duration(Duration::from_secs(256))));
    assert_eq!(wait("duration", "soon"), None);
    assert_eq!(wait("seconds", "-1"), None);
    assert_eq!(wait("optional", "soon"), Some(Wait::Optional(None)));
    assert_eq!(wait("defaulted", "soon"), Some(Wait::Defaulted(0)));
}

/// A client that comes back too early would be rejected again.
#[test]
fn a_delay_is_rounded_up_to_a_whole_second() {
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(4_000_000_000);
    let seconds_left = || {
        let left = then.duration_since(SystemTime::now()).unwrap();
        left.as_secs() + u64::from(left.subsec_nanos() > 0)
    };
    // Without a `Date`, the delay counts from now, which is rarely the beginning of a second.
    let response = Response::builder()
        .header("content-type", "application/problem+json")
        .header("retry-after", httpdate::fmt_http_date(then))
        .body(r#"{"type":"urn:e:optional"}"#)
        .unwrap();
    let before = seconds_left();
    let wait = Wait::from_problem_response(&response).unwrap();
    let after = seconds_left();
    let Ok(Wait::Optional(Some(seconds))) = wait else { panic!("{wait:?}") };
    assert!((after..=before).contains(&seconds), "{after} {seconds} {before}");
}

#[derive(Debug, PartialEq, FromProblem)]
enum Standard {
    #[problem(type = "urn:e:instance")]
    Instance(#[problem(instance)] String),
    #[problem(type = "urn:e:number")]
    Number(#[problem(instance)] Option<u8>),
    #[problem(type = "urn:e:status")]
    Status(#[problem(status)] StatusCode, #[problem(extension = "abc")] Option<u8>),
}

#[test]
fn standard_members_are_read() {
    for (json, expected) in [
        (r#"{"type":"urn:e:instance","instance":"/a"}"#, Some(Standard::Instance("/a".to_owned()))),
        (r#"{"type":"urn:e:instance","instance":5}"#, None),
        (r#"{"type":"urn:e:instance"}"#, None),
        (r#"{"type":"urn:e:number","instance":"5"}"#, Some(Standard::Number(Some(5)))),
        (r#"{"type":"urn:e:number","instance":"/a"}"#, Some(Standard::Number(None))),
        (r#"{"type":"urn:e:number"}"#, Some(Standard::Number(None))),
        (r#"{"type":"urn:e:status","status":404}"#, Some(Standard::Status(StatusCode::NOT_FOUND, None))),
        (
            r#"{"type":"urn:e:status","status":404,"abc":1}"#,
            Some(Standard::Status(StatusCode::NOT_FOUND, Some(1))),
        ),
        (r#"{"type":"urn:e:status","status":"404"}"#, None),
        (r#"{"type":"urn:e:status"}"#, None),
    ] {
        assert_eq!(read(json), expected, "{json}");
    }
    let status = Some(Standard::Status(StatusCode::GONE, None));
    assert_eq!(read_response(410, &[], r#"{"type":"urn:e:status"}"#), status);
}

#[derive(Debug, PartialEq, FromProblem)]
enum Flattened {
    #[problem(type = "urn:e:map")]
    Map {
        #[problem(extension)]
        declared: u8,
        #[problem(flatten)]
        rest: Map<String, Value>,
    },
    #[problem(type = "urn:e:numbers")]
    Numbers(#[problem(flatten)] BTreeMap<u8, bool>),
    #[problem(type = "urn:e:struct")]
    Struct(#[problem(flatten)] Part),
    #[problem(type = "urn:e:optional")]
    Optional(#[problem(flatten)] Option<BTreeMap<String, u8>>),
    #[problem(type = "urn:e:defaulted")]
    Defaulted(#[problem(flatten, default)] BTreeMap<String, u8>),
}

#[derive(Debug, PartialEq, Deserialize)]
struct Part {
    one: u8,
    #[serde(flatten)]
    other: OtherPart,
}

#[derive(Debug, PartialEq, Deserialize)]
struct OtherPart {
    two: Option<u8>,
}

#[test]
fn the_other_members_are_read_into_a_flattened_field() {
    let map = |json| match json {
        Value::Object(map) => map,
        _ => unreachable!("it is an object"),
    };
    for (json, expected) in [
        (
            r#"{"type":"urn:e:map","title":"T","status":400,"declared":1,"b":null,"a":[2]}"#,
            Some(Flattened::Map { declared: 1, rest: map(json!({ "a": [2], "b": null })) }),
        ),
        (r#"{"type":"urn:e:map","declared":1}"#, Some(Flattened::Map { declared: 1, rest: Map::new() })),
        (r#"{"type":"urn:e:map"}"#, None),
        (
            r#"{"type":"urn:e:numbers","1":true,"2":false}"#,
            Some(Flattened::Numbers(BTreeMap::from([(1, true), (2, false)]))),
        ),
        (r#"{"type":"urn:e:numbers","one":true}"#, None),
        (
            r#"{"type":"urn:e:struct","one":1,"two":2,"three":3}"#,
            Some(Flattened::Struct(Part { one: 1, other: OtherPart { two: Some(2) } })),
        ),
        (
            r#"{"type":"urn:e:struct","one":1}"#,
            Some(Flattened::Struct(Part { one: 1, other: OtherPart { two: None } })),
        ),
        (r#"{"type":"urn:e:struct"}"#, None),
        (r#"{"type":"urn:e:optional"}"#, Some(Flattened::Optional(None))),
        (
            r#"{"type":"urn:e:optional","one":1}"#,
            Some(Flattened::Optional(Some(BTreeMap::from([("one".to_owned(), 1)])))),
        ),
        (r#"{"type":"urn:e:optional","one":"1"}"#, Some(Flattened::Optional(None))),
        (r#"{"type":"urn:e:defaulted","one":"1"}"#, Some(Flattened::Defaulted(BTreeMap::new()))),
        (
            r#"{"type":"urn:e:defaulted","one":1}"#,
            Some(Flattened::Defaulted(BTreeMap::from([("one".to_owned(), 1)]))),
        ),
    ] {
        assert_eq!(read(json), expected, "{json}");
    }
}
