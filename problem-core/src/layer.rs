//! A tower layer that turns every error response of a service into a problem.
//!
//! An application never sees many of the errors that its clients get: unknown routes, wrong methods, bodies that an
//! extractor rejects, timeouts and panics.
//! A [`ProblemLayer`] turns them into problems, in the [format](crate::guide::formats) that the request asks for.
//! The guide describes [the edge of a service](crate::guide::edge).

mod body;
mod capture;
mod decide;
mod enrich;
mod future;
mod grpc;
mod panic;
mod reading;
mod render;

pub use self::body::{NoBody, ProblemBody};
pub use self::enrich::{Extra, RequestInfo};
pub use self::future::ProblemFuture;
pub use self::panic::panic_response;
pub use crate::rejected::Rejected;

use self::capture::Capture;
use self::enrich::Enricher;
use crate::panicked::catch;
use bytes::Bytes;
use http::{HeaderName, Request, Response};
use http_body::Body;
use std::fmt;
use std::sync::Arc;
use std::task::{Context, Poll};
use tower_layer::Layer;
use tower_service::Service;

/// A layer that turns every error response of a service into a problem.
///
/// It rewrites a response with a status code from 400 to 599 if the response
///
/// - carries a [`Report`](crate::Report), such as an error that a handler returned,
/// - is a problem in JSON, such as one from [`to_response`](crate::Problem::to_response), and the request asks for
///   another format or the layer adds members,
/// - is empty, such as a router's response to an unknown path,
/// - or is a text, such as a rejection of axum's extractors.
///   A text of a 4xx that is longer than 8 KiB stays as it is, and no text of a 5xx is sent unless it is a stream.
///
/// A panic while the service handles a request becomes a 500.
///
/// Every other response stays as it is: a success, a stream, an encoded body, gRPC, and the application's own JSON and
/// HTML.
/// An `Err` of the service is passed on.
///
/// The data of the service's response bodies must be [`Bytes`]; those of axum, hyper and warp are.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use axum::routing::post;
/// use problem_core::layer::ProblemLayer;
///
/// # async fn create() {}
/// let app: Router = Router::new().route("/vaults", post(create)).layer(ProblemLayer::new());
/// ```
#[derive(Clone, Default)]
pub struct ProblemLayer {
    config: Arc<Config>,
}

#[derive(Clone, Default)]
pub(crate) struct Config {
    is_terse: bool,
    /// The request's header fields that the enrichers see.
    kept: Vec<HeaderName>,
    enrichers: Vec<Enricher>,
    has_own_enricher: bool,
    has_uuid: bool,
}

impl ProblemLayer {
    /// Creates a layer that adds nothing to the problems.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Replaces the text of a rejection with the standard sentence of its status code.
    ///
    /// Without this call, the text that a framework sends with a 4xx becomes the detail.
    /// Frameworks write it for developers: serde's messages name types and fields of the application.
    /// In the member `errors` of a [`Rejected`] body, the details are replaced, and the places stay.
    #[must_use]
    pub fn terse(mut self) -> Self {
        self.config_mut().is_terse = true;
        self
    }

    /// Adds members or an instance to every problem.
    ///
    /// The layer calls `enrich` for each response that becomes a problem, and never for a success.
    /// The problem's own members win over added ones of the same name.
    /// If `enrich` panics, the problem is sent with what was added before.
    #[must_use]
    pub fn enrich(mut self, enrich: impl Fn(&RequestInfo, &mut Extra) + Send + Sync + 'static) -> Self {
        let config = self.config_mut();
        config.has_own_enricher = true;
        config.enrichers.push(Enricher::new(enrich));
        self
    }

    /// Keeps a header field of the request for [`RequestInfo::headers`].
    ///
    /// The layer does not copy the other fields of a request.
    #[must_use]
    pub fn keep_header(mut self, name: HeaderName) -> Self {
        self.config_mut().keep(name);
        self
    }

    /// Adds the member `request_id`, with the value of a header field of the request, such as `x-request-id`.
    ///
    /// A request without the field, or with a value that is not visible ASCII, adds nothing.
    ///
    /// # Panics
    ///
    /// If `name` is not the name of a header field in lower case.
    #[must_use]
    pub fn request_id(mut self, name: &'static str) -> Self {
        let name = HeaderName::from_static(name);
        let config = self.config_mut();
        config.keep(name.clone());
        config.enrichers.push(Enricher::request_id(name));
        self
    }

    /// Adds the member `trace_id`, from the header field `traceparent` of the request (W3C Trace Context).
    ///
    /// A request without the field, or with an invalid one, adds nothing.
    #[must_use]
    pub fn trace_context(mut self) -> Self {
        let config = self.config_mut();
        config.keep(enrich::TRACEPARENT);
        config.enrichers.push(Enricher::trace_context());
        self
    }

    /// Gives each problem without an instance a random one, such as
    /// `urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8`.
    #[must_use]
    pub fn instance_uuid(mut self) -> Self {
        self.config_mut().has_uuid = true;
        self
    }

    fn config_mut(&mut self) -> &mut Config {
        Arc::make_mut(&mut self.config)
    }
}

impl Config {
    fn keep(&mut self, name: HeaderName) {
        if !self.kept.contains(&name) {
            self.kept.push(name);
        }
    }

    fn adds_members(&self) -> bool {
        !self.enrichers.is_empty() || self.has_uuid
    }
}

impl fmt::Debug for ProblemLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProblemLayer").finish_non_exhaustive()
    }
}

impl<S> Layer<S> for ProblemLayer {
    type Service = ProblemService<S>;

    fn layer(&self, inner: S) -> ProblemService<S> {
        ProblemService { inner, config: Arc::clone(&self.config) }
    }
}

/// A service behind a [`ProblemLayer`].
#[derive(Clone)]
pub struct ProblemService<S> {
    inner: S,
    config: Arc<Config>,
}

impl<S: fmt::Debug> fmt::Debug for ProblemService<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProblemService").field("inner", &self.inner).finish_non_exhaustive()
    }
}

impl<S, RequestBody, ResponseBody> Service<Request<RequestBody>> for ProblemService<S>
where
    S: Service<Request<RequestBody>, Response = Response<ResponseBody>>,
    ResponseBody: Body<Data = Bytes>,
{
    type Response = Response<ProblemBody<ResponseBody>>;
    type Error = S::Error;
    type Future = ProblemFuture<S::Future, ResponseBody>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<RequestBody>) -> Self::Future {
        let capture = Capture::new(&request, &self.config);
        // As with tower-http's `CatchPanicLayer`, the service may be called again after a panic.
        let called = catch(|| self.inner.call(request));
        ProblemFuture::new(called, capture, Arc::clone(&self.config))
    }
}
