//! gRPC, which has its own errors.

use super::ProblemBody;
use crate::Report;
use crate::shared::status::sentence;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Response, StatusCode};

/// A constant, so that no comparison has to read a text.
pub(super) const GRPC_STATUS: HeaderName = HeaderName::from_static("grpc-status");

const GRPC_MESSAGE: HeaderName = HeaderName::from_static("grpc-message");

const GRPC: &str = "application/grpc";

/// The code `INTERNAL`.
const INTERNAL: HeaderValue = HeaderValue::from_static("13");

/// Returns whether a media type is one of gRPC.
pub(super) fn is_grpc(media_type: &[u8]) -> bool {
    let Some((start, rest)) = media_type.split_at_checked(GRPC.len()) else { return false };
    // Such as `application/grpc+proto` and `application/grpc-web`.
    let is_whole_word = rest.first().is_none_or(|byte| !byte.is_ascii_alphanumeric());
    is_whole_word && start.eq_ignore_ascii_case(GRPC.as_bytes())
}

/// Returns the response to a call whose service panicked: a status of gRPC, which reveals nothing about the panic.
pub(super) fn internal<B>(report: Report) -> Response<ProblemBody<B>> {
    let mut response = Response::new(ProblemBody::default());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(GRPC));
    headers.insert(GRPC_STATUS, INTERNAL);
    let text = sentence(StatusCode::INTERNAL_SERVER_ERROR.as_u16());
    headers.insert(GRPC_MESSAGE, HeaderValue::from_static(text));
    response.extensions_mut().insert(report);
    response
}
