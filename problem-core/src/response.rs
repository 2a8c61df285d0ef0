//! From a problem to an HTTP response.

use crate::media_type;
use crate::server_fields::SERVER_FIELDS;
use crate::{Problem, json};
use bytes::Bytes;
use http::Response;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};

const PROBLEM_JSON: HeaderValue = HeaderValue::from_static(media_type::PROBLEM_JSON);

pub(crate) fn response<P: Problem + ?Sized>(problem: &P) -> Response<Bytes> {
    // One call, so that body and status line agree even where an impl answers differently each time.
    let problem_type = problem.problem_type();
    let mut response = Response::new(json::body(problem, problem_type));
    *response.status_mut() = problem_type.status();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, PROBLEM_JSON);
    problem.write_headers(headers);
    // Most problems add no field, and there is nothing to look for.
    let is_untouched = headers.len() == 1 && headers.iter().next() == Some((&CONTENT_TYPE, &PROBLEM_JSON));
    if !is_untouched {
        restore_framing(headers);
    }
    response
}

/// Undoes what an impl by hand may have done to the fields that describe the body and the connection.
fn restore_framing(headers: &mut HeaderMap) {
    for name in SERVER_FIELDS {
        headers.remove(*name);
    }
    let is_intact = headers.get_all(CONTENT_TYPE).iter().eq([&PROBLEM_JSON]);
    if !is_intact && headers.try_insert(CONTENT_TYPE, PROBLEM_JSON).is_err() {
        // Full to the brim, and with no content type of ours: what fills it cannot be meant to be sent.
        headers.clear();
        headers.insert(CONTENT_TYPE, PROBLEM_JSON);
    }
}
