//! What the services must send.

use crate::request::Sample;
use crate::routes::VAULT;
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue, VARY};
use http::{Response, StatusCode};
use problem_core::Problem;

pub(crate) fn success() -> Response<Bytes> {
    json_text(VAULT)
}

pub(crate) fn json_text(text: &str) -> Response<Bytes> {
    response(StatusCode::OK, "application/json", text)
}

/// Returns the problem in JSON.
pub(crate) fn json(error: &impl Problem) -> Response<Bytes> {
    error.to_response()
}

/// Returns the problem in the format that the request asks for.
pub(crate) fn negotiated(error: &impl Problem, sample: &Sample) -> Response<Bytes> {
    error.respond(&sample.headers)
}

/// Returns a response with 423 instead of the problem's own status code, but with its body.
pub(crate) fn relabelled(error: &impl Problem) -> Response<Bytes> {
    let mut response = json(error);
    *response.status_mut() = StatusCode::LOCKED;
    response
}

/// Returns the problem with 423 instead of its own status code.
pub(crate) fn overridden(error: &impl Problem) -> Response<Bytes> {
    let response = varying(relabelled(error));
    let status = format!("\"status\":{}", json(error).status().as_u16());
    response.map(|body| text(&body).replacen(&status, "\"status\":423", 1).into())
}

/// Returns the problem in JSON, with further members.
pub(crate) fn with_members(error: &impl Problem, members: &str) -> Response<Bytes> {
    varying(json(error)).map(|body| {
        let body = text(&body);
        let rest = body.strip_suffix('}').expect("the body is an object");
        format!("{rest},{members}}}").into()
    })
}

/// Returns a problem without a type of its own.
pub(crate) fn problem(status: StatusCode, detail: &str) -> Response<Bytes> {
    let (title, code) = (status.canonical_reason().expect("a standard code"), status.as_u16());
    let body = format!(r#"{{"type":"about:blank","title":"{title}","status":{code},"detail":"{detail}"}}"#);
    varying(response(status, "application/problem+json", &body))
}

pub(crate) fn plain_text(status: StatusCode, text: &str) -> Response<Bytes> {
    response(status, "text/plain; charset=utf-8", text)
}

pub(crate) fn empty(status: StatusCode) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = status;
    response
}

fn response(status: StatusCode, content_type: &'static str, body: &str) -> Response<Bytes> {
    let mut response = empty(status).map(|_| Bytes::copy_from_slice(body.as_bytes()));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

fn varying(mut response: Response<Bytes>) -> Response<Bytes> {
    response.headers_mut().append(VARY, HeaderValue::from_static("Accept"));
    response
}

fn text(body: &[u8]) -> &str {
    std::str::from_utf8(body).expect("UTF-8")
}
