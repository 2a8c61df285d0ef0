//! Turns the errors that poem raises itself into problems.

use super::convert;
use crate::Report;
use crate::format::media_type::is_text;
use crate::panicked::Panicked;
use crate::rejected::Rejected;
use crate::write::header::remove_body_fields;
use crate::write::occurrence::to_text;
use poem::error::{MethodNotAllowedError, NotFoundError};
use poem::http::header::CONTENT_TYPE;
use poem::{Error, Response};
use std::any::Any;

/// Turns an error of poem into a problem, for `EndpointExt::catch_all_error`.
///
/// An error that is a problem already stays as it is, and so does one with a response that the application built.
/// Any other error becomes a problem with poem's status code and header fields.
/// For a 4xx, the detail is the text that poem itself would send; the text of a 5xx is not sent.
///
/// poem does not pass the request to this function, so the problem is always in JSON.
///
/// # Examples
///
/// ```
/// use poem::{EndpointExt, Route, handler, post};
/// use problem_core::poem_3::catch_all;
///
/// #[handler]
/// fn create() -> &'static str {
///     "created"
/// }
///
/// let app = Route::new().at("/vaults", post(create)).catch_all_error(catch_all);
/// # let _ = app;
/// ```
#[allow(clippy::unused_async, reason = "poem expects an async function")]
pub async fn catch_all(error: Error) -> Response {
    if error.is_from_response() {
        return error.into_response();
    }
    // The texts of these two only repeat the status code.
    let says_more = !error.is::<NotFoundError>() && !error.is::<MethodNotAllowedError>();
    let text = if says_more { to_text(&error) } else { None };
    let mut original = error.into_response();
    if original.headers().get(CONTENT_TYPE).is_some_and(|media_type| !is_text(media_type.as_bytes())) {
        return original;
    }
    let report = Report::from(Rejected::from_text(original.status(), text));
    let mut response = convert(report.into_http_response());
    remove_body_fields(original.headers_mut(), &[]);
    response.headers_mut().extend(std::mem::take(original.headers_mut()));
    response.extensions_mut().extend(std::mem::take(original.extensions_mut()));
    response
}

/// Returns the response to a request whose handler panicked, for `CatchPanic::with_handler`.
///
/// The response is a 500 that reveals nothing about the panic.
/// The [`Report`] in its extensions has the message of the panic, for the log.
///
/// # Examples
///
/// ```
/// use poem::middleware::CatchPanic;
/// use poem::{EndpointExt, Route};
/// use problem_core::poem_3::panic_response;
///
/// let app = Route::new().with(CatchPanic::new().with_handler(panic_response));
/// # let _ = app;
/// ```
#[must_use]
pub fn panic_response(panic: Box<dyn Any + Send + 'static>) -> Response {
    convert(Report::from(Panicked::new(panic)).into_http_response())
}
