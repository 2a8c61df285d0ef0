//! Turns the errors that salvo raises itself into problems.

use super::write;
use crate::Report;
use crate::rejected::Rejected;
use crate::shared::status::is_error;
use salvo_core::http::{ResBody, StatusCode, StatusError};
use salvo_core::{Depot, FlowCtrl, Handler, Request, Response, async_trait};
use std::sync::Arc;

/// A catcher that responds with a problem, for `Service::catcher`.
///
/// It handles unknown routes, wrong methods, and `StatusError`s such as those of extractors.
/// The detail of a 4xx is the `detail` of the `StatusError`, or its `brief` if it has none; the cause is never sent.
/// The problem is in the [format](crate::guide::formats) that the request asks for.
///
/// salvo does not call a catcher for a panic, unless its `CatchPanic` is in place.
///
/// To combine it with hoops, use it as a handler: `salvo::catcher::Catcher::new(Catcher).hoop(..)`.
///
/// # Examples
///
/// ```
/// use problem_core::salvo_1::Catcher;
/// use salvo_core::{Router, Service};
///
/// let service = Service::new(Router::with_path("vaults")).catcher(Catcher);
/// # let _ = service;
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Catcher;

#[async_trait]
impl Handler for Catcher {
    async fn handle(&self, request: &mut Request, _: &mut Depot, response: &mut Response, _: &mut FlowCtrl) {
        let status = response.status_code.unwrap_or(StatusCode::NOT_FOUND);
        let rejected = match &response.body {
            ResBody::Error(error) => from_status_error(error),
            ResBody::None => Rejected::unexplained(status),
            _ => return,
        };
        if is_error(status.as_u16()) {
            let report = Report::from(rejected);
            let rendered = report.respond(request.headers());
            response.extensions.insert(report);
            write(rendered, response);
        }
    }
}

impl From<Catcher> for Arc<salvo_core::catcher::Catcher> {
    fn from(catcher: Catcher) -> Self {
        Arc::new(salvo_core::catcher::Catcher::new(catcher))
    }
}

fn from_status_error(error: &StatusError) -> Rejected {
    let standard = StatusError::from_code(error.code);
    let is_standard = standard.is_some_and(|standard| standard.brief == error.brief);
    match &error.detail {
        Some(detail) => Rejected::new(error.code, detail.clone()),
        None if is_standard => Rejected::unexplained(error.code),
        None => Rejected::new(error.code, error.brief.clone()),
    }
}
