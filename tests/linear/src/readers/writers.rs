//! Writers, for details that were read from untrusted input.

use super::{Call, Reader};
use crate::shapes::{json, xml};
use http::header::{ACCEPT, HeaderMap};
use problem_core::{Format, Problem, ProblemDetails};
use std::hint::black_box;

pub(super) const READERS: &[Reader] = &[
    Reader::new("json-to-json", json::SHAPES, |json| of_json(&json, Problem::to_json)).only(is_json),
    Reader::new("json-to-html", json::SHAPES, |json| of_json(&json, Problem::to_html)).only(is_json),
    Reader::new("json-to-response", json::SHAPES, |json| {
        of_json(&json, |problem| problem.respond(&accept(Format::Xml)))
    })
    .only(is_json),
    Reader::new("xml-to-xml", xml::SHAPES, |xml| of_xml(&xml, Problem::to_xml)).only(is_xml),
    Reader::new("xml-to-response", xml::SHAPES, |xml| {
        of_xml(&xml, |problem| problem.respond(&accept(Format::Html)))
    })
    .only(is_xml),
];

fn accept(format: Format) -> HeaderMap {
    HeaderMap::from_iter([(ACCEPT, format.content_type())])
}

fn of_json<T: 'static>(json: &[u8], write: fn(&ProblemDetails) -> T) -> Call {
    written(ProblemDetails::from_json(json).expect("the body is a problem"), write)
}

fn of_xml<T: 'static>(xml: &[u8], write: fn(&ProblemDetails) -> T) -> Call {
    written(ProblemDetails::from_xml(xml).expect("the body is a problem"), write)
}

fn written<T: 'static>(details: ProblemDetails, write: fn(&ProblemDetails) -> T) -> Call {
    // A received problem that is not forwarded would be written as a plain 500.
    let details = details.forwarding(&[]);
    Box::new(move || drop(black_box(write(black_box(&details)))))
}

fn is_json(json: &[u8]) -> bool {
    ProblemDetails::from_json(json).is_ok_and(|details| is_kept(&details, json))
}

fn is_xml(xml: &[u8]) -> bool {
    ProblemDetails::from_xml(xml).is_ok_and(|details| is_kept(&details, xml))
}

/// Returns whether the details keep a good part of the body.
///
/// If all members have the same name, the details keep only the last one.
fn is_kept(details: &ProblemDetails, body: &[u8]) -> bool {
    details.clone().forwarding(&[]).to_json().len() > body.len() / 16
}
