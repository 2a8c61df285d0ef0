//! Which services and bodies the layer takes, and where a layered service can stand.

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use axum::routing::get;
use bytes::Bytes;
use http::{Method, Request, StatusCode};
use http_body::{Body as HttpBody, Frame, SizeHint};
use problem_core::layer::{ProblemBody, ProblemLayer, ProblemService};
use problem_edge::{Client, QuotaUsedUp, Version, serve, wire};
use std::cell::Cell;
use std::fmt;
use std::future::ready;
use std::marker::PhantomPinned;
use std::pin::Pin;
use std::task::{Context, Poll};
use tower::util::{BoxCloneService, BoxCloneSyncService, BoxService};
use tower::{BoxError, Layer, Service, ServiceBuilder, ServiceExt, service_fn};

const JSON: &str = "403\ncontent-length: 91\ncontent-type: application/problem+json\nvary: Accept\nx-limit: 3\n\n\
    {\"type\":\"/quota\",\"title\":\"Quota Used Up\",\"status\":403,\"detail\":\"No more than 3.\",\"limit\":3}";
const NOT_FOUND: &str = "404\ncontent-length: 100\ncontent-type: application/problem+json\nvary: Accept\n\n\
    {\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\
    \"detail\":\"There is nothing at this address.\"}";

fn routes() -> Router {
    Router::new().route("/quota", get(async || QuotaUsedUp { limit: 3 }))
}

fn request(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

#[tokio::test]
async fn a_layer_of_a_router_also_covers_what_has_no_route() {
    let app = routes().layer(ProblemLayer::new());
    assert_eq!(wire(app.clone().oneshot(request("/quota")).await.unwrap()).await, JSON);
    assert_eq!(wire(app.oneshot(request("/nowhere")).await.unwrap()).await, NOT_FOUND);
}

#[tokio::test]
async fn a_layer_of_the_routes_covers_only_them() {
    let app = routes().route_layer(ProblemLayer::new());
    assert_eq!(wire(app.clone().oneshot(request("/quota")).await.unwrap()).await, JSON);
    assert_eq!(wire(app.oneshot(request("/nowhere")).await.unwrap()).await, "404\n\n");
}

#[tokio::test]
async fn a_layered_router_nests_in_another_one() {
    let app = Router::new().nest("/api", routes().layer(ProblemLayer::new())).layer(ProblemLayer::new());
    assert_eq!(wire(app.clone().oneshot(request("/api/quota")).await.unwrap()).await, JSON);
    assert_eq!(wire(app.oneshot(request("/api/nowhere")).await.unwrap()).await, NOT_FOUND);
}

#[tokio::test]
async fn a_layered_service_can_be_boxed() {
    let service = || ServiceBuilder::new().layer(ProblemLayer::new()).service(routes());
    let boxed = BoxCloneService::new(service());
    assert_eq!(wire(boxed.clone().oneshot(request("/quota")).await.unwrap()).await, JSON);
    assert_eq!(wire(BoxService::new(service()).oneshot(request("/nowhere")).await.unwrap()).await, NOT_FOUND);
    let boxed = ServiceBuilder::new().layer(BoxCloneSyncService::layer()).service(service());
    assert_eq!(wire(boxed.oneshot(request("/nowhere")).await.unwrap()).await, NOT_FOUND);

    let address = serve(boxed_http()).await;
    for version in Version::ALL {
        let mut client = Client::connect(address, version).await;
        assert_eq!(wire(client.exchange(Method::GET, "/quota", "*/*").await).await, JSON);
    }
}

/// A layered service whose type nobody has to write.
fn boxed_http<B>() -> BoxCloneService<Request<B>, Response<ProblemBody<Body>>, std::convert::Infallible>
where
    B: HttpBody<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
{
    ServiceBuilder::new().layer(ProblemLayer::new()).service(routes()).boxed_clone()
}

#[tokio::test]
async fn two_layers_are_as_good_as_one() {
    let service =
        ServiceBuilder::new().layer(ProblemLayer::new()).layer(ProblemLayer::new()).service(routes());
    for (path, expected) in [("/quota", JSON), ("/nowhere", NOT_FOUND)] {
        assert_eq!(wire(service.clone().oneshot(request(path)).await.unwrap()).await, expected);
    }
    // The outer one keeps what the inner one has added.
    let inner = ProblemLayer::new().enrich(|_, extra| {
        extra.member("inner", &2);
    });
    let service = ServiceBuilder::new().layer(ProblemLayer::new()).layer(inner).service(routes());
    let expected = JSON.replace("length: 91", "length: 101").replace("3}", "3,\"inner\":2}");
    assert_eq!(wire(service.oneshot(request("/quota")).await.unwrap()).await, expected);
}

#[tokio::test]
async fn the_body_is_default_and_then_empty() {
    let body = ProblemBody::<Body>::default();
    assert!(body.is_end_stream());
    assert_eq!(body.size_hint().exact(), Some(0));
    assert_eq!(wire(Response::new(ProblemBody::<Body>::default())).await, "200\n\n");
}

/// A body that is neither `Unpin` nor `Sync`, whose error is neither `Send` nor a `std::error::Error`.
struct Awkward {
    chunks: Cell<&'static [&'static str]>,
    _pinned: PhantomPinned,
}

impl Awkward {
    fn new(chunks: &'static [&'static str]) -> Self {
        Self { chunks: Cell::new(chunks), _pinned: PhantomPinned }
    }
}

#[derive(Debug)]
struct Local(#[expect(dead_code, reason = "it makes the type neither `Send` nor `Sync`")] *const ());

impl HttpBody for Awkward {
    type Data = Bytes;
    type Error = Local;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Local>>> {
        let frame = self.chunks.get().split_first().map(|(first, rest)| {
            self.chunks.set(rest);
            Ok(Frame::data(Bytes::from_static(first.as_bytes())))
        });
        Poll::Ready(frame)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.chunks.get().iter().map(|chunk| chunk.len() as u64).sum())
    }
}

/// An error of a service that is only an error.
#[derive(Debug, PartialEq)]
struct Closed;

impl fmt::Display for Closed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("closed")
    }
}

#[tokio::test]
async fn a_body_may_be_neither_unpin_nor_sync() {
    let service = ProblemLayer::new().layer(service_fn(|request: Request<()>| {
        let chunks: &[&str] = if request.uri().path() == "/empty" { &[] } else { &["not ", "like this"] };
        let mut response = Response::new(Awkward::new(chunks));
        *response.status_mut() = StatusCode::NOT_FOUND;
        if request.uri().path() == "/text" {
            response.headers_mut().insert("content-type", "text/plain".parse().unwrap());
        }
        ready(if request.uri().path() == "/closed" { Err(Closed) } else { Ok(response) })
    }));
    let send = async |path: &str| service.clone().oneshot(Request::get(path).body(()).unwrap()).await;
    assert_eq!(wire(send("/empty").await.unwrap()).await, NOT_FOUND);
    assert_eq!(
        wire(send("/text").await.unwrap()).await,
        "404\ncontent-length: 80\ncontent-type: application/problem+json\nvary: Accept\n\n\
        {\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"not like this\"}"
    );
    assert_eq!(wire(send("/other").await.unwrap()).await, "404\n\nnot like this");
    // The error of a service is not a response, and stays as it is.
    assert_eq!(send("/closed").await.unwrap_err(), Closed);
}

/// A service that counts how often it is asked whether it is ready, and that is for one thread only.
struct OneThread(Cell<u32>);

impl Service<Request<()>> for OneThread {
    type Response = Response<Awkward>;
    type Error = Closed;
    type Future = std::future::Ready<Result<Self::Response, Closed>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Closed>> {
        self.0.set(self.0.get() + 1);
        Poll::Ready(if self.0.get() > 1 { Err(Closed) } else { Ok(()) })
    }

    fn call(&mut self, _: Request<()>) -> Self::Future {
        ready(Ok(Response::new(Awkward::new(&["vault"]))))
    }
}

#[tokio::test]
async fn the_readiness_of_the_service_is_that_of_the_layer() {
    let mut service = ProblemLayer::new().layer(OneThread(Cell::new(0)));
    let ready = service.ready().await.unwrap();
    assert_eq!(wire(ready.call(Request::new(())).await.unwrap()).await, "200\n\nvault");
    assert_eq!(service.ready().await.err(), Some(Closed));
}

/// The types follow those that they wrap.
#[test]
fn what_is_send_stays_send() {
    fn is<T: Send + Sync + Clone + fmt::Debug + 'static>() {}
    fn is_send<T: Send + 'static>(_: &T) {}
    is::<ProblemLayer>();
    is::<ProblemService<Router>>();
    let mut service = ProblemLayer::new().layer(routes());
    is_send(&Service::<Request<Body>>::call(&mut service, request("/")));
    is_send(&ProblemBody::<Body>::default());
}
