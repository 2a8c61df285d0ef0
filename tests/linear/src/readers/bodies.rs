//! Bodies, read as details and as errors.

use super::{Reader, call, or_message};
use crate::errors::{Buffered, Flattened, Outer, Straight};
use crate::shapes::{json, xml};
use http::Response;
use http::header::CONTENT_TYPE;
use problem_core::{FromProblem, ProblemDetails};

pub(super) const READERS: &[Reader] = &[
    Reader::new("json", json::SHAPES, |json| call(json, |json| or_message(ProblemDetails::from_json(json)))),
    Reader::new("json-typed", json::SHAPES, |json| call(json, from_json::<Straight>)),
    // These two also take the members apart, so they get the shapes with many members or nested values.
    Reader::new("json-flattened", &[json::MEMBERS, json::NESTING], |json| call(json, from_json::<Flattened>)),
    Reader::new("json-transparent", &[json::NESTING], |json| call(json, from_json::<Outer>)),
    Reader::new("xml", xml::SHAPES, |xml| call(xml, |xml| or_message(ProblemDetails::from_xml(xml)))),
    Reader::new("xml-typed", xml::SHAPES, |xml| call(xml, from_xml::<Straight>)),
    Reader::new("xml-flattened", &[xml::ELEMENTS], |xml| call(xml, from_xml::<Flattened>)),
    Reader::new("xml-buffered", &[xml::BUFFERED], |xml| call(xml, from_xml::<Buffered>)),
];

type Read<E> = Result<Result<E, ProblemDetails>, String>;

fn from_json<E: FromProblem>(json: &[u8]) -> Read<E> {
    or_message(E::from_problem_json(json))
}

fn from_xml<E: FromProblem>(xml: &[u8]) -> Read<E> {
    let response = Response::builder().status(400).header(CONTENT_TYPE, "application/problem+xml").body(xml);
    or_message(E::from_problem_response(&response.expect("the parts are valid")))
}
