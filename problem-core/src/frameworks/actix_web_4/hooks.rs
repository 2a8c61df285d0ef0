//! Turns the errors that actix-web raises itself into problems.
//!
//! Unlike the error of a handler, these functions see the request, so they choose the format.

use crate::Report;
use crate::format::media_type::is_text;
use crate::rejected::Rejected;
use crate::write::header::BODY_FIELDS;
use crate::write::occurrence::to_text;
use actix_web::body::{BodySize, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::error::{Error, InternalError};
use actix_web::http::StatusCode;
use actix_web::http::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use actix_web::middleware::ErrorHandlerResponse;
use actix_web::web::{self, JsonConfig, PathConfig, QueryConfig};
use actix_web::{HttpRequest, HttpResponse, ResponseError, Route};
use std::fmt::Display;
use std::future::ready;

/// Returns a service that responds to every request with a 404 problem, for `App::default_service`.
///
/// # Examples
///
/// ```
/// use actix_web::{App, web};
/// use problem_core::actix_web_4::{default_service, json_config, path_config, query_config};
///
/// let app = App::new()
///     .app_data(json_config())
///     .app_data(path_config())
///     .app_data(query_config())
///     .route("/vaults", web::post().to(async || "created"))
///     .default_service(default_service());
/// # let _ = app;
/// ```
pub fn default_service() -> Route {
    web::to(|request: HttpRequest| {
        let report = Report::from(Rejected::unexplained(http::StatusCode::NOT_FOUND));
        ready(respond(&report, &request))
    })
}

/// Returns a configuration of `web::Json` that rejects a body with a problem.
///
/// The status code and the detail are those of actix-web, which does not say where in the body the error is.
/// With the feature `actix-web-4-json`, `actix_web_4::Json` does.
#[must_use]
pub fn json_config() -> JsonConfig {
    JsonConfig::default().error_handler(|error, request| reject(error.status_code(), &error, request))
}

/// Returns a configuration of `web::Query` that rejects a query with a problem.
#[must_use]
pub fn query_config() -> QueryConfig {
    QueryConfig::default().error_handler(|error, request| reject(error.status_code(), &error, request))
}

/// Returns a configuration of `web::Path` that rejects a path with a problem.
///
/// The status code is 404, as it is without this configuration.
#[must_use]
pub fn path_config() -> PathConfig {
    PathConfig::default().error_handler(|error, request| reject(StatusCode::NOT_FOUND, &error, request))
}

/// Turns an error response of actix-web into a problem, for the handlers of `ErrorHandlers`.
///
/// A response without a body becomes a problem, such as the 405 of a resource.
/// So does the text of an error that is not a problem: the text of a 4xx is the detail, and that of a 5xx is not sent.
/// Header fields that do not describe the body stay.
/// Every other response stays as it is.
///
/// # Examples
///
/// ```
/// use actix_web::middleware::ErrorHandlers;
/// use actix_web::{App, web};
/// use problem_core::actix_web_4::error_handler;
///
/// let app = App::new()
///     .wrap(ErrorHandlers::new().default_handler(error_handler))
///     .service(web::resource("/vaults").route(web::post().to(async || "created")));
/// # let _ = app;
/// ```
///
/// # Errors
///
/// Never.
pub fn error_handler<B: MessageBody>(response: ServiceResponse<B>) -> Result<ErrorHandlerResponse<B>, Error> {
    let Some(rejected) = rejected(response.response()) else {
        return Ok(ErrorHandlerResponse::Response(response.map_into_left_body()));
    };
    let (request, original) = response.into_parts();
    let mut problem = ServiceResponse::from_err(into_error(rejected, &request), request);
    for (name, value) in original.headers().iter().filter(|(name, _)| !BODY_FIELDS.contains(&name.as_str())) {
        problem.headers_mut().append(name.clone(), value.clone());
    }
    Ok(ErrorHandlerResponse::Response(problem.map_into_right_body()))
}

/// Returns the rejection behind a response that actix-web built itself.
fn rejected<B: MessageBody>(response: &HttpResponse<B>) -> Option<Rejected> {
    let status = super::current_status(response.status());
    match (response.headers().get(CONTENT_TYPE), response.error()) {
        (None, _) => {
            let is_empty = matches!(response.body().size(), BodySize::None | BodySize::Sized(0));
            is_empty.then(|| Rejected::unexplained(status))
        }
        (Some(media_type), Some(error)) => {
            is_text(media_type.as_bytes()).then(|| Rejected::from_text(status, to_text(error)))
        }
        (Some(_), None) => None,
    }
}

fn reject(status: StatusCode, error: &impl Display, request: &HttpRequest) -> Error {
    let rejected = Rejected::from_text(super::current_status(status), to_text(error));
    into_error(rejected, request)
}

/// Returns an error whose response is in the format that the request asks for.
pub(super) fn into_error(rejected: Rejected, request: &HttpRequest) -> Error {
    let report = Report::from(rejected);
    let response = respond(&report, request);
    InternalError::from_response(report, response).into()
}

fn respond(report: &Report, request: &HttpRequest) -> HttpResponse {
    let accept = request.headers().get_all(ACCEPT).map(HeaderValue::as_bytes);
    super::convert(crate::frameworks::respond(report, accept))
}
