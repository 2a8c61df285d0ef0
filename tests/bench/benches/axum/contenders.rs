//! The ways to turn an [`Input`] into a response of axum.

use crate::writing::by_hand;
use crate::writing::input::Input;
use axum_core::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::CONTENT_TYPE;
use std::hint::black_box;

/// The code that a careful developer would write without a crate for problems.
pub(crate) fn hand_written(input: &Input) -> Response {
    let (status, json) = by_hand::json(&black_box(input.error()));
    let content_type = HeaderValue::from_static("application/problem+json");
    (status, [(CONTENT_TYPE, content_type)], json).into_response()
}

/// This project: the attributes of the error say what to write.
pub(crate) fn derive(input: &Input) -> Response {
    // As in the benchmark `response`.
    black_box(input.error()).into_response()
}
