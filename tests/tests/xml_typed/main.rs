//! Tests of typed errors read from XML. They equal those read from JSON, although XML has no types for values.

mod apart;
mod errors;
mod fields;
mod properties;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Response};
use problem_core::client::CallError;
use problem_core::{FromProblem, Problem, ProblemDetails};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

/// The bounds that the tests need on a value.
trait Value: Clone + Debug + PartialEq + Serialize + DeserializeOwned + 'static {}

impl<T: Clone + Debug + PartialEq + Serialize + DeserializeOwned + 'static> Value for T {}

#[derive(Debug, PartialEq, thiserror::Error, Problem, FromProblem)]
#[error("log")]
#[problem(status = 409, type = "urn:e:one", title = "One", detail = "One.")]
struct One<T: Value> {
    #[problem(extension)]
    value: T,
}

/// Several ways to write the media type of XML.
const XML: [&str; 4] = [
    "application/problem+xml",
    "application/problem+xml; charset=utf-8",
    "Application/Problem+XML;Charset=\"UTF-8\"",
    "APPLICATION/PROBLEM+XML ; a=b",
];

fn response(status: u16, content_type: &'static str, body: impl Into<Bytes>) -> Response<Bytes> {
    let response = Response::builder().status(status).header("content-type", content_type);
    response.body(body.into()).unwrap()
}

/// Reads an error from a response in all possible ways, and checks that they agree.
///
/// Returns the details if the problem is not such an error.
fn read<T: FromProblem + PartialEq + Debug>(response: Response<Bytes>) -> Result<T, ProblemDetails> {
    let typed = T::from_problem_response(&response).unwrap();
    let details = ProblemDetails::from_response(&response).unwrap();
    assert_eq!(T::from_problem(details.clone()), typed, "{response:?}");
    match (CallError::<T>::from_response(response, None), &typed) {
        (CallError::Typed(error, _), Ok(typed)) => assert_eq!(error, *typed),
        (CallError::Untyped(returned), Err(_)) => assert_eq!(returned, details),
        (error, _) => panic!("{error:?} {typed:?}"),
    }
    typed
}

/// Sends a problem as XML, in the same way as a server, and reads it back.
fn by_xml<T: FromProblem + PartialEq + Debug>(problem: &impl Problem) -> Result<T, ProblemDetails> {
    let accept = HeaderMap::from_iter([("accept".parse().unwrap(), HeaderValue::from_static(XML[0]))]);
    let sent = problem.respond(&accept);
    assert_eq!(sent.headers()["content-type"], XML[0], "{problem:?}");
    let typed = read(sent.clone());
    for content_type in &XML[1..] {
        let mut response = sent.clone();
        response.headers_mut().insert("content-type", HeaderValue::from_static(content_type));
        assert_eq!(T::from_problem_response(&response).unwrap(), typed, "{content_type}");
    }
    typed
}

/// Sends a problem as JSON and reads it back.
///
/// The error is read directly from the text, since the details cannot hold every number.
fn by_json<T: FromProblem>(problem: &impl Problem) -> Result<T, ProblemDetails> {
    T::from_problem_response(&problem.to_response()).unwrap()
}

/// Returns a value as it is read back from XML and from JSON, or `None` if the whole error was not read.
fn values<T: Value>(value: &T) -> (Option<T>, Option<T>) {
    let one = One { value: value.clone() };
    let value = |read: Result<One<T>, ProblemDetails>| read.ok().map(|one| one.value);
    (value(by_xml(&one)), value(by_json(&one)))
}

/// Checks that each value is read back unchanged from both formats.
fn assert_come_back<T: Value>(values: impl IntoIterator<Item = T>) {
    for value in values {
        let come_back = Some(value.clone());
        assert_eq!(crate::values(&value), (come_back.clone(), come_back));
    }
}
