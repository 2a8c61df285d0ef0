//! The layer keeps no memory of the requests that it has answered, or that broke off.

#[path = "../../load/benches/vault/memory.rs"]
mod allocator;

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::Json;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use bytes::Bytes;
use futures_util::FutureExt;
use futures_util::stream::iter;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{Request, StatusCode};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use problem_core::Problem;
use problem_core::layer::ProblemLayer;
use problem_edge::{QuotaUsedUp, silence_panics};
use std::convert::Infallible;
use std::future::pending;
use std::panic::panic_any;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::runtime::Builder;
use tower::ServiceExt;

const QUOTA: QuotaUsedUp = QuotaUsedUp { limit: 3 };

/// A body that never arrives, although it is short.
struct Never;

impl HttpBody for Never {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(8)
    }
}

fn app() -> Router {
    let layer = ProblemLayer::new().request_id("x-request-id").trace_context().instance_uuid().enrich(
        |request, extra| {
            extra.member("path", request.uri().path());
            assert!(request.uri().path() != "/enrich-panics", "secret");
        },
    );
    let text = |body| (StatusCode::BAD_REQUEST, [(CONTENT_TYPE, "text/plain")], body).into_response();
    Router::new()
        .route("/passed", get(async || "vault"))
        .route("/report", get(async || QUOTA))
        .route("/bare", get(async || QUOTA.to_response().map(Body::from)))
        .route("/json", post(async |_: Json<u32>| "posted"))
        .route("/text-panics", get(async || -> &'static str { panic!("secret") }))
        .route("/string-panics", get(async || -> &'static str { panic!("secret {}", 7) }))
        .route("/value-panics", get(async || -> &'static str { panic_any([7_u64; 64]) }))
        .route("/enrich-panics", get(async || QUOTA))
        .route(
            "/stream",
            get(async || {
                let chunks = Body::from_stream(iter(["one", "two"].map(Ok::<_, Infallible>)));
                (StatusCode::BAD_GATEWAY, chunks)
            }),
        )
        .route("/long-text", get(async move || text(Body::from("x".repeat(9 * 1024)))))
        .route("/never", get(async || pending::<&str>().await))
        .route("/text-never", get(async move || text(Body::new(Never))))
        .layer(layer)
}

/// Each request, and the status of the response, or `None` if it never comes.
const REQUESTS: [(&str, Option<u16>); 14] = [
    ("/passed", Some(200)),
    ("/report", Some(403)),
    ("/bare", Some(403)),
    ("/json", Some(400)),
    ("/nowhere", Some(404)),
    ("/text-panics", Some(500)),
    ("/string-panics", Some(500)),
    ("/value-panics", Some(500)),
    ("/enrich-panics", Some(403)),
    ("/stream", Some(502)),
    ("/long-text", Some(400)),
    ("/passed", Some(200)),
    // These are dropped while the layer waits for the service, and while it reads the body.
    ("/never", None),
    ("/text-never", None),
];

/// Sends the requests one after the other, each in another format than last time.
async fn send(app: &Router, count: usize) {
    for index in 0..count {
        let (path, status) = REQUESTS[index % REQUESTS.len()];
        let round = index / REQUESTS.len();
        let accept = ["application/json", "application/problem+xml", "text/html"][round % 3];
        let request = Request::builder()
            .method(if path == "/json" { "POST" } else { "GET" })
            .uri(path)
            .header(ACCEPT, accept)
            .header(CONTENT_TYPE, "application/json")
            .header("x-request-id", index.to_string())
            .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        let mut answer = app.clone().oneshot(request.body(Body::from("x")).unwrap());
        let Some(status) = status else {
            assert!((&mut answer).now_or_never().is_none(), "{path}");
            continue;
        };
        let response = answer.await.unwrap();
        assert_eq!(response.status(), status, "{path}");
        // In every other round, the client leaves before it reads the body.
        if round.is_multiple_of(2) {
            response.into_body().collect().await.unwrap();
        }
    }
}

#[test]
fn memory_stays_flat() {
    silence_panics();
    let app = app();
    let runtime = Builder::new_current_thread().build().unwrap();
    runtime.block_on(send(&app, 1_000));
    let before = allocator::live();
    runtime.block_on(send(&app, 100_000));
    let after = allocator::live();
    // A byte for each request would be a hundred times as much.
    assert!(after.saturating_sub(before) <= 1_000, "{before} bytes became {after}");
}
