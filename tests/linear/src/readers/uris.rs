//! References, which are resolved against the URL of a response.

use super::{Call, Reader};
use crate::errors::Straight;
use crate::shapes::uri::{BASES, REFERENCES};
use http::header::CONTENT_TYPE;
use http::{Response, StatusCode};
use problem_core::client::CallError;
use problem_core::{Problem, ProblemDetails};
use std::hint::black_box;

pub(super) const READERS: &[Reader] = &[
    Reader::new("type-resolved", &[REFERENCES], |uri| {
        resolved(problem().with_type(text(uri)), "https://e.org/a/b/c")
    }),
    Reader::new("instance-resolved", &[REFERENCES], |uri| {
        resolved(problem().with_instance(text(uri)), "https://e.org/a/b/c")
    }),
    Reader::new("base-resolved", &[BASES], |url| {
        resolved(problem().with_type("../x").with_instance("../y"), &text(url))
    }),
    Reader::new("base-called", &[BASES], |url| {
        let url = text(url);
        let response = Response::builder().status(400).header(CONTENT_TYPE, "application/problem+json");
        let response =
            response.body(r#"{"type":"../x","instance":"../y"}"#.into()).expect("the parts are valid");
        Box::new(move || {
            drop(black_box(CallError::<Straight>::from_response(black_box(response), Some(&url))));
        })
    }),
    Reader::new("instance-sent", &[REFERENCES], |uri| {
        let details = problem().with_instance(text(uri));
        Box::new(move || drop(black_box(black_box(&details).to_json())))
    }),
    Reader::new("type-linked", &[REFERENCES], |uri| {
        let details = problem().with_type(text(uri));
        Box::new(move || drop(black_box(black_box(&details).to_html())))
    }),
];

fn problem() -> ProblemDetails {
    ProblemDetails::new(StatusCode::BAD_REQUEST)
}

fn text(uri: Vec<u8>) -> String {
    String::from_utf8(uri).expect("shapes of URIs are UTF-8")
}

fn resolved(details: ProblemDetails, base: &str) -> Call {
    let base = base.to_owned();
    Box::new(move || drop(black_box(black_box(details).resolve(base))))
}
