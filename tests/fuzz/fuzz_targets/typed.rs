//! Reads any body and any response as a typed error. Reading directly from the text must give the same error as reading
//! through the details.
//!
//! The two ways may differ only in members that no field reads. The direct way skips values that the details reject,
//! such as one that is nested too deeply.
//!
//! The fields here have only types that see no more of a text than a `serde_json::Value` keeps. An integer of 128 bits,
//! an `f32` or bytes would see more, and so would a type that notices repeated names or the order of names.
//!
//! An error that is sent as XML must be read as the same error or not at all, even if serde buffers its fields.
//!
//! An input that begins with a digit is a response: a line with the status, a line for each header field, an empty line
//! and the body. Any other input is a body.
//!
//! `Cargo.toml` says how to run this.

#![no_main]

mod mutator;

use http::header::{ACCEPT, CONTENT_TYPE, DATE};
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use problem_core::client::CallError;
use problem_core::{Format, FromProblem, Problem, ProblemDetails, ReadError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::time::{Duration, SystemTime};

fuzz_target!(|data: &[u8]| {
    let response = response(data);
    assert_agreement::<Every>(&response);
    assert_agreement::<Outer>(&response);
    assert_agreement::<Box<Inner>>(&response);
    assert_agreement::<Buffered>(&response);
    assert_agreement::<ProblemDetails>(&response);
    if let Ok(Ok(error)) = Buffered::from_problem_response(&response) {
        assert_comes_back(&error);
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutator::mutate(data, size, max_size, seed)
});

fn assert_agreement<E: FromProblem + Problem + Debug + PartialEq>(response: &Response<&[u8]>) {
    let json = *response.body();
    assert_same::<E>(E::from_problem_json(json), ProblemDetails::from_json(json));
    assert_same::<E>(E::from_problem_response(response), ProblemDetails::from_response(response));
    let owned = || response.clone().map(|body| body.to_vec().into());
    let called = CallError::<E>::from_response(owned(), Some(URL));
    let unlabelled = CallError::<E>::from_unlabelled_response(owned(), Some(URL));
    if is_labelled(response) {
        assert_equal(&unlabelled, &called);
    } else if !response.headers()[CONTENT_TYPE].as_bytes().to_ascii_lowercase().ends_with(b"xml") {
        let mut labelled = owned();
        labelled.headers_mut().insert(CONTENT_TYPE, Format::Json.content_type());
        assert_equal(&unlabelled, &CallError::from_response(labelled, Some(URL)));
    }
    if let Ok(details) = ProblemDetails::from_response(response) {
        match (called, E::from_problem(details.resolve(URL))) {
            (CallError::Typed(one, _), Ok(other)) => assert_eq!(one, other),
            (CallError::Untyped(one), Err(other)) => assert_eq!(one, other),
            (called, resolved) => panic!("{called:?} from the call, {resolved:?} through the details"),
        }
    }
}

/// Returns whether the media type of a response says that it is a problem.
fn is_labelled(response: &Response<&[u8]>) -> bool {
    !matches!(ProblemDetails::from_response(response), Err(ReadError::MediaType(_)))
}

fn assert_equal<E: Debug + PartialEq>(one: &CallError<E>, other: &CallError<E>) {
    match (one, other) {
        (CallError::Typed(one, _), CallError::Typed(other, _)) => assert_eq!(one, other),
        (CallError::Untyped(one), CallError::Untyped(other)) => assert_eq!(one, other),
        (CallError::NoProblem(one, _), CallError::NoProblem(other, _)) => {
            assert_eq!(one.body(), other.body());
        }
        (one, other) => panic!("{one:?} and {other:?} from the same response"),
    }
}

/// Sends an error as XML, and checks that it is read as the same error if it is read at all.
fn assert_comes_back<E: FromProblem + Problem + Debug + PartialEq>(error: &E) {
    let sent = error.respond(&HeaderMap::from_iter([(ACCEPT, Format::Xml.content_type())]));
    // XML cannot carry all names and all characters.
    let is_xml = sent.headers()[CONTENT_TYPE] == Format::Xml.content_type();
    let is_replaced = String::from_utf8_lossy(sent.body()).contains(char::REPLACEMENT_CHARACTER);
    match E::from_problem_response(&sent) {
        Ok(Ok(read)) if is_xml && !is_replaced => assert_eq!(&read, error),
        _ => {}
    }
}

/// The URL of the response.
const URL: &str = "https://example.com/problems/7";

type Read<T> = Result<T, ReadError>;

fn assert_same<E: FromProblem + Problem + Debug + PartialEq>(
    straight: Read<Result<E, ProblemDetails>>,
    details: Read<ProblemDetails>,
) {
    if let Ok(Ok(error)) = &straight {
        ProblemDetails::from_response(&error.to_response()).expect("an error is sent as a problem");
    }
    match (straight, details) {
        (Ok(straight), Ok(details)) => {
            assert_eq!(straight, E::from_problem(details));
        }
        // The details reject a member that no field reads.
        (Ok(Ok(_)), Err(ReadError::Json(_))) => {}
        (Err(_), Err(_)) => {}
        (straight, details) => panic!("{straight:?} from the text, {details:?} through the details"),
    }
}

/// Parses an input as a response, which is a problem unless its `content-type` says otherwise.
fn response(data: &[u8]) -> Response<&[u8]> {
    let is_response = data.first().is_some_and(u8::is_ascii_digit);
    let end = data.windows(2).position(|bytes| bytes == b"\n\n").filter(|_| is_response);
    let (head, body) = end.map_or((&[][..], data), |end| (&data[..end], &data[end + 2..]));
    let mut lines = head.split(|byte| *byte == b'\n');
    let mut response = Response::new(body);
    let status = lines.next().and_then(|line| StatusCode::from_bytes(line).ok());
    *response.status_mut() = status.unwrap_or(StatusCode::BAD_REQUEST);
    let headers = response.headers_mut();
    // A `HeaderMap` does not hold many more.
    for line in lines.take(24_000) {
        let mut parts = line.splitn(2, |byte| *byte == b':');
        let name = parts.next().and_then(|name| HeaderName::from_bytes(name).ok());
        let value = parts.next().and_then(|value| HeaderValue::from_bytes(value.trim_ascii()).ok());
        if let (Some(name), Some(value)) = (name, value) {
            headers.append(name, value);
        }
    }
    headers.entry(CONTENT_TYPE).or_insert(HeaderValue::from_static("application/problem+json"));
    // Without `Date`, `Retry-After` counts from the current time, which differs between two readings.
    headers.insert(DATE, HeaderValue::from_static("Fri, 31 Dec 1999 23:59:00 GMT"));
    response
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("every")]
#[problem(challenge = "Bearer")]
enum Every {
    #[problem(status = 404)]
    Unit,
    #[problem(status = 401)]
    Challenged {
        #[problem(extension)]
        realm: Option<String>,
    },
    #[problem(status = 403, type = "limit", detail = "{current} of {limit}")]
    Members {
        #[problem(extension)]
        current: u32,
        #[problem(extension)]
        limit: i64,
        #[problem(extension)]
        tier: Option<Tier>,
        #[problem(extension, default)]
        unit: String,
        #[problem(default)]
        user: String,
    },
    #[problem(status = 422, type = "https://e.org/values", instance = "/values/{letter}")]
    Values {
        #[problem(extension)]
        ratio: f64,
        #[problem(extension)]
        letter: char,
        #[problem(extension)]
        is_set: bool,
        #[problem(extension)]
        bytes: Vec<u8>,
        #[problem(extension)]
        pair: Option<(i8, String)>,
        #[problem(extension)]
        counts: BTreeMap<u16, Option<f64>>,
        #[problem(extension)]
        value: serde_json::Value,
        #[problem(extension, default)]
        nothing: (),
    },
    #[problem(status = 400, type = "nested")]
    Nested {
        #[problem(extension)]
        errors: Vec<Nested>,
        #[problem(extension)]
        choice: Option<Choice>,
    },
    #[problem(status = 400, type = "flat")]
    Flattened(#[problem(extension = "first")] String, #[problem(flatten)] BTreeMap<String, u32>),
    #[problem(status = 400, type = "flat-struct")]
    FlattenedStruct {
        #[problem(flatten)]
        nested: Option<Nested>,
    },
    #[problem(status = 405, type = "urn:problem:headers", header("allow" = "{allow}"))]
    Headers {
        allow: String,
        #[problem(header = "x-number")]
        number: u8,
        #[problem(header = "x-option")]
        option: Option<i32>,
        #[problem(header = "x-default", default)]
        text: String,
        #[problem(retry_after)]
        wait: Option<Duration>,
        #[problem(extension)]
        current: u8,
    },
    #[problem(status = 503, type = "/wait")]
    Wait(#[problem(retry_after)] u32),
    #[problem(status = 429)]
    Waits(#[problem(retry_after)] Duration),
    #[problem(status = 409, type = "../instance")]
    Instance {
        #[problem(instance)]
        instance: String,
    },
    #[problem(status = 410)]
    OptionalInstance {
        #[problem(instance)]
        instance: Option<String>,
    },
    #[problem(type = "any-status")]
    AnyStatusOfType(#[problem(status)] StatusCode, #[problem(extension = "current")] Option<u64>),
    AnyStatus {
        #[problem(status)]
        status: StatusCode,
        #[problem(default)]
        user: u8,
    },
    #[problem(status = 400, type = "given", extension("code" = "{0}"))]
    Given(#[problem(detail)] String, #[problem(flatten)] BTreeMap<String, u32>),
    #[problem(type = "number")]
    Number(#[problem(status)] u16, #[problem(retry_after)] Option<SystemTime>),
    Context {
        #[problem(transparent)]
        within: Box<Within>,
        #[problem(extension)]
        current: u8,
        #[problem(flatten)]
        more: BTreeMap<String, u32>,
    },
    #[problem(transparent)]
    Inner(#[from] Inner),
    #[problem(status = 500, type = "secret", skip_deserializing)]
    #[expect(dead_code, reason = "the variant is not read back")]
    Skipped(Unreadable),
}

/// An enum with its own problem, the problems of another enum, and all other problems.
#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("outer")]
#[problem(base = "https://example.com/problems/")]
enum Outer {
    #[problem(status = 404, type = "gone")]
    Gone(#[problem(extension = "current")] u32),
    #[problem(transparent)]
    Every(Box<Every>),
    #[problem(other)]
    Other(Box<ProblemDetails>),
}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("inner")]
#[problem(status = 409, type = "inner")]
struct Inner(#[problem(extension = "inner_number")] i64, #[problem(header = "x-inner")] Option<String>);

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("within")]
#[problem(status = 502, type = "within")]
struct Within(#[problem(extension = "inner_number")] i8, #[problem(header = "x-inner")] Option<String>);

/// Fields that serde buffers before it knows what to read.
///
/// serde notices repeated names in a struct, so no variant under `untagged` is one: the next variant would be tried.
#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("buffered")]
#[problem(status = 400, type = "buffered")]
struct Buffered {
    #[problem(extension)]
    tagged: Option<Vec<Tagged>>,
    #[problem(extension)]
    by_name: Option<BTreeMap<String, Tagged>>,
    #[problem(extension)]
    untagged: Option<Vec<Untagged>>,
    #[problem(extension, default)]
    values: BTreeMap<String, Untagged>,
    #[problem(extension)]
    numbers: Option<Numbers>,
    #[problem(extension)]
    flat: Option<Flat>,
    #[problem(extension)]
    texts: Option<Vec<Option<String>>>,
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind")]
enum Tagged {
    Unit,
    Limit { max: u32, unit: String },
    Flags { flags: Vec<bool>, inner: Option<Box<Tagged>> },
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
enum Untagged {
    Number(f64),
    Flag(bool),
    Text(String),
    Many(Vec<Untagged>),
}

/// An enum without a variant for texts, so that every text must be read as something else.
#[derive(Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
enum Numbers {
    One(i64),
    Many(Vec<Numbers>),
    ByName(BTreeMap<String, u8>),
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Flat {
    own: String,
    #[serde(flatten)]
    counts: BTreeMap<String, u32>,
}

#[derive(Debug, PartialEq, thiserror::Error)]
#[error("unreadable")]
struct Unreadable;

#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
enum Tier {
    Free,
    Team,
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Nested {
    pointer: String,
    detail: Option<String>,
    #[serde(default)]
    inner: Vec<Nested>,
    code: Option<u64>,
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
enum Choice {
    Unit,
    One(i32),
    Two(u8, Option<bool>),
    Named { name: String },
}
