//! The response to a panic, for other layers.

use super::ProblemBody;
use crate::Report;
use crate::panicked::Panicked;
use http::Response;
use std::any::Any;

/// Returns the response to a request whose handler panicked, for tower-http's `CatchPanicLayer::custom`.
///
/// The response is a 500 in JSON that reveals nothing about the panic.
/// The [`Report`] in its extensions has the message of the panic, for the log.
///
/// A [`ProblemLayer`](super::ProblemLayer) catches the panics inside it.
/// This function is for panics in the layers around it.
#[must_use]
pub fn panic_response(panic: Box<dyn Any + Send + 'static>) -> Response<ProblemBody> {
    Report::from(Panicked::new(panic)).into_http_response().map(ProblemBody::full)
}
