//! Builds the HTTP response of a problem.

use super::header::append_valid_header;
#[cfg(feature = "tower")]
use super::header::remove_body_fields;
#[cfg(feature = "html")]
use super::html;
use super::json;
#[cfg(feature = "xml")]
use super::xml;
use crate::shared::header_fields::SERVER_FIELDS;
use crate::{Format, Problem, ProblemType};
use bytes::Bytes;
#[cfg(feature = "tower")]
use http::header::CONTENT_LANGUAGE;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderValue, VARY};
use http::{Method, Response};

const ACCEPT: &str = "Accept";

// If this function is inlined into its callers, writing the body takes longer: see `cargo bench -p problem-bench`.
#[inline(never)]
pub(crate) fn response<P: Problem + ?Sized>(problem: &P) -> Response<Bytes> {
    in_format(problem, Format::Json, false)
}

/// Returns the response in the format that a request asks for with `Accept`.
pub(crate) fn respond<P: Problem + ?Sized>(problem: &P, request_headers: &HeaderMap) -> Response<Bytes> {
    match Format::negotiate(request_headers) {
        Format::Json => in_format(problem, Format::Json, Format::IS_NEGOTIABLE),
        #[cfg(any(feature = "html", feature = "xml"))]
        format => in_format(problem, format, true),
    }
}

#[allow(clippy::inline_always, reason = "with JSON, which most requests prefer, the branches disappear")]
#[inline(always)]
fn in_format<P: Problem + ?Sized>(problem: &P, format: Format, is_negotiated: bool) -> Response<Bytes> {
    // Called only once, so that the body and the status line agree even if an impl returns a different one each time.
    let problem_type = problem.problem_type();
    let (format, body) = body(problem, problem_type, format);
    let mut response = Response::new(body);
    *response.status_mut() = problem_type.status();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, format.content_type());
    problem.write_headers(headers);
    // Most problems add no header field, and then there is nothing to restore.
    let is_untouched =
        headers.len() == 1 && headers.iter().next() == Some((&CONTENT_TYPE, &format.content_type()));
    if !is_untouched {
        restore_framing(headers, format.content_type());
    }
    #[cfg(feature = "html")]
    if format == Format::Html {
        *response.body_mut() = html::page(problem, problem_type, response.headers());
    }
    if is_negotiated && is_untouched {
        response.headers_mut().append(VARY, HeaderValue::from_static(ACCEPT));
    } else if is_negotiated {
        vary_by_accept(response.headers_mut());
    }
    response
}

/// Returns the body and the format that it is written in, which is JSON if XML would lose a member.
///
/// For HTML, the body is empty, because the page depends on the header fields.
#[inline]
fn body<P: Problem + ?Sized>(problem: &P, problem_type: ProblemType<'_>, format: Format) -> (Format, Bytes) {
    #[cfg(feature = "xml")]
    if format == Format::Xml {
        let xml = xml::write(problem, problem_type);
        if xml.is_complete {
            return (Format::Xml, xml.text.into());
        }
        return (Format::Json, json::body(problem, problem_type));
    }
    #[cfg(feature = "html")]
    if format == Format::Html {
        return (format, Bytes::new());
    }
    (format, json::body(problem, problem_type))
}

/// Returns the same response as [`respond`], but without a body if the request is a HEAD (RFC 9110, section 9.3.2).
pub(crate) fn respond_to<P: Problem + ?Sized>(
    problem: &P,
    method: &Method,
    request_headers: &HeaderMap,
) -> Response<Bytes> {
    let response = respond(problem, request_headers);
    if method != Method::HEAD {
        return response;
    }
    let (mut head, body) = response.into_parts();
    // Without this field, a server may send the length of the empty body instead (section 8.6).
    let _ = head.headers.try_insert(CONTENT_LENGTH, body.len().into());
    Response::from_parts(head, Bytes::new())
}

/// Returns the body of a problem for a response that already has its header fields.
///
/// Removes the fields that describe the old body, and sets `Content-Type` and `Vary`.
#[cfg(feature = "tower")]
pub(crate) fn replace_body<P: Problem + ?Sized>(
    problem: &P,
    format: Format,
    headers: &mut HeaderMap,
    keeps_language: bool,
) -> Bytes {
    let problem_type = problem.problem_type();
    let (format, body) = body(problem, problem_type, format);
    // `Content-Type` is replaced in its place.
    let kept = &[CONTENT_TYPE, CONTENT_LANGUAGE];
    remove_body_fields(headers, if keeps_language { kept } else { &kept[..1] });
    insert_content_type(headers, format.content_type());
    if Format::IS_NEGOTIABLE {
        vary_by_accept(headers);
    }
    #[cfg(feature = "html")]
    if format == Format::Html {
        return html::page(problem, problem_type, headers);
    }
    body
}

/// Restores the header fields that describe the body and the connection, which a hand-written impl may have changed.
fn restore_framing(headers: &mut HeaderMap, content_type: HeaderValue) {
    // Scanning the few fields of a response is faster than looking up each of the names.
    if headers.keys().any(|name| SERVER_FIELDS.contains(&name.as_str())) {
        for name in SERVER_FIELDS {
            headers.remove(*name);
        }
    }
    let content_types = headers.iter().filter(|(name, _)| *name == CONTENT_TYPE).map(|(_, value)| value);
    let is_intact = content_types.eq([&content_type]);
    if !is_intact {
        insert_content_type(headers, content_type);
    }
}

fn insert_content_type(headers: &mut HeaderMap, content_type: HeaderValue) {
    if headers.try_insert(CONTENT_TYPE, content_type.clone()).is_err() {
        // The map is full and lacks our content type; drop everything else.
        headers.clear();
        headers.insert(CONTENT_TYPE, content_type);
    }
}

/// Adds `Accept` to the `Vary` field of a response (RFC 9110, section 12.5.5).
pub(crate) fn vary_by_accept(headers: &mut HeaderMap) {
    if !headers.keys().any(|name| *name == VARY) {
        append_valid_header(headers, VARY, HeaderValue::from_static(ACCEPT));
        return;
    }
    let lines = headers.get_all(VARY).iter().map(HeaderValue::as_bytes);
    let names = lines.flat_map(|line| line.split(|byte| *byte == b',')).map(<[u8]>::trim_ascii);
    let mut names: Vec<_> = names.filter(|name| !name.is_empty()).collect();
    if names.iter().any(|name| *name == b"*" || name.eq_ignore_ascii_case(ACCEPT.as_bytes())) {
        return;
    }
    names.push(ACCEPT.as_bytes());
    let list = HeaderValue::from_bytes(&names.join(&b", "[..]));
    let _ = headers.try_insert(VARY, list.unwrap_or(HeaderValue::from_static(ACCEPT)));
}
