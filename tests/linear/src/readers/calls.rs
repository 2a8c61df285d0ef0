//! Responses to a call: from the response to the error, and on to its message.

use super::{Call, Reader, message};
use crate::errors::{Absent, Straight};
use crate::shapes::{json, xml};
use bytes::Bytes;
use http::Response;
use http::header::CONTENT_TYPE;
use problem_core::FromProblem;
use problem_core::client::CallError;
use std::fmt::Debug;
use std::hint::black_box;

pub(super) const READERS: &[Reader] = &[
    Reader::new("json-called", &[json::TEXTS, json::MEMBERS, json::NESTING], |json| {
        called::<Straight>(JSON, json)
    }),
    Reader::new("json-called-untyped", &[json::TEXTS], |json| called::<Absent>(JSON, json)),
    Reader::new("xml-called", &[xml::NAMESPACES, xml::ELEMENTS, xml::TEXTS], |xml| {
        called::<Straight>(XML, xml)
    }),
];

const JSON: &str = "application/problem+json";
const XML: &str = "application/problem+xml";

/// Reads an error from a response with its URL, against which types are resolved, and formats the message.
///
/// Both steps are counted together, since the first may leave some of the reading to the second.
fn called<E: FromProblem + Debug + 'static>(media_type: &str, body: Vec<u8>) -> Call {
    let response = response(media_type, body);
    Box::new(move || {
        let error = CallError::<E>::from_response(black_box(response), Some("https://e.org/a/b"));
        drop(black_box(message(&black_box(error))));
    })
}

fn response(media_type: &str, body: Vec<u8>) -> Response<Bytes> {
    let response = Response::builder().status(400).header(CONTENT_TYPE, media_type);
    response.body(body.into()).expect("the parts are valid")
}
