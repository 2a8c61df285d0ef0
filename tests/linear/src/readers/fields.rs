//! Header fields of responses and requests.

use super::{Call, Reader, or_message, response};
use crate::errors::Straight;
use crate::shapes::{accept, content_type, retry_after};
use http::header::{
    ACCEPT, CONTENT_LANGUAGE, CONTENT_TYPE, DATE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER, VARY,
};
use problem_core::client::{CallError, accept_problems};
use problem_core::{Format, FromProblem, Problem, ProblemDetails};
use std::hint::black_box;

pub(super) const READERS: &[Reader] = &[
    Reader::new("accept", &[accept::SHAPES], |lines| {
        let headers = response(&ACCEPT, &lines, "").into_parts().0.headers;
        Box::new(move || {
            black_box(Format::negotiate(black_box(&headers)));
        })
    }),
    Reader::new("accept-problems", &[accept::SHAPES], |lines| {
        let mut headers = response(&ACCEPT, &lines, "").into_parts().0.headers;
        Box::new(move || {
            accept_problems(black_box(&mut headers));
            drop(black_box(headers));
        })
    }),
    Reader::new("content-type", &[content_type::SHAPES], |lines| from_content_type(&lines)),
    Reader::new("content-type-shown", &[content_type::SHAPES], |lines| {
        let response = response(&CONTENT_TYPE, &lines, XML);
        Box::new(move || {
            let error = CallError::<Straight>::from_response(black_box(response), None);
            drop(black_box(black_box(error).to_string()));
        })
    }),
    Reader::new("retry-after", &[retry_after::SHAPES], |lines| retry_after(&lines)),
    Reader::new("fields-typed", &[retry_after::SHAPES], |lines| {
        let mut response = response(&RETRY_AFTER, &lines, r#"{"type":"/headers"}"#);
        let value = response.headers()[RETRY_AFTER].clone();
        response.headers_mut().insert("x-number", value.clone());
        response.headers_mut().insert("x-text", value);
        Box::new(move || {
            drop(black_box(or_message(Straight::from_problem_response(black_box(&response)))));
        })
    }),
    Reader::new("fields-forwarded", &[accept::SHAPES], |lines| forwarded(CONTENT_LANGUAGE, &lines)),
    Reader::new("vary-forwarded", &[accept::SHAPES], |lines| forwarded(VARY, &lines)),
];

const XML: &str = r#"<problem xmlns="urn:ietf:rfc:7807"/>"#;

fn from_content_type(lines: &[u8]) -> Call {
    let response = response(&CONTENT_TYPE, lines, XML);
    Box::new(move || {
        drop(black_box(or_message(ProblemDetails::from_response(black_box(&response)))));
    })
}

fn retry_after(lines: &[u8]) -> Call {
    let mut lines = lines.splitn(2, |byte| *byte == b'\n');
    let mut response = response(&RETRY_AFTER, lines.next().expect("there is a line"), "{}");
    if let Some(date) = lines.next() {
        response
            .headers_mut()
            .insert(DATE, HeaderValue::from_bytes(date).expect("the line is valid in a header field"));
    }
    let details = ProblemDetails::from_response(&response).expect("the response is a problem");
    Box::new(move || {
        black_box(black_box(&details).retry_after());
    })
}

/// Sends fields of a received response again, with a page for a browser.
fn forwarded(name: HeaderName, lines: &[u8]) -> Call {
    let response = response(&name, lines, "{}");
    let details = ProblemDetails::from_response(&response).expect("the response is a problem");
    let accept = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("text/html"))]);
    Box::new(move || {
        let details = black_box(details).forwarding(&[name]);
        drop(black_box(details.respond(black_box(&accept))));
    })
}
