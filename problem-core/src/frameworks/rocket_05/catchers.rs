//! Turns the errors that rocket raises itself into problems.

use super::response;
use crate::rejected::Rejected;
use http::StatusCode;
use rocket::Catcher;
use rocket::catcher::BoxFuture;
use rocket::http::Status;
use rocket::request::Request;

/// Returns a catcher that responds with a problem, for `Rocket::register`.
///
/// It handles unknown routes, requests that a guard rejects, and panics.
/// rocket does not tell a catcher why a guard rejected the request, so the detail is the standard sentence of the
/// status code.
/// The problem is in the [format](crate::guide::formats) that the request asks for.
///
/// # Examples
///
/// ```
/// let rocket = rocket::build().register("/", problem_core::rocket_05::catchers());
/// # let _ = rocket;
/// ```
#[must_use]
pub fn catchers() -> Vec<Catcher> {
    let mut catcher = Catcher::new(None, catch);
    catcher.name = Some("problem".into());
    vec![catcher]
}

fn catch<'r>(status: Status, request: &'r Request<'_>) -> BoxFuture<'r> {
    let status = StatusCode::from_u16(status.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let response = response(Rejected::unexplained(status), request);
    Box::pin(async { Ok(response) })
}
