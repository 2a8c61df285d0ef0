//! Panics in every place behind the layer: the client learns of them by a 500, and the service goes on.

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::middleware::{map_request, map_response};
use axum::response::IntoResponse;
use axum::routing::{get, get_service};
use bytes::Bytes;
use futures_util::stream::unfold;
use http::{Method, Response, StatusCode};
use http_body::{Frame, SizeHint};
use http_body_util::{BodyExt, Full};
use problem_core::layer::{ProblemLayer, RequestInfo, panic_response};
use problem_core::{Members, Problem, ProblemType, Report};
use problem_edge::{Client, QuotaUsedUp, Version, serve, wire};
use std::convert::Infallible;
use std::fmt;
use std::future::{Future, Ready, ready};
use std::panic::panic_any;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::task::yield_now;
use tokio::time::timeout;
use tower::{Layer, service_fn};
use tower_http::catch_panic::CatchPanicLayer;

const JSON: &str = "500\ncontent-length: 118\ncontent-type: application/problem+json\nvary: Accept\n\n\
    {\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\
    \"detail\":\"The server met an unexpected condition.\"}";
const XML: &str = "500\ncontent-length: 219\ncontent-type: application/problem+xml\nvary: Accept\n\n\
    <?xml version=\"1.0\" encoding=\"UTF-8\"?><problem xmlns=\"urn:ietf:rfc:7807\"><type>about:blank</type>\
    <title>Internal Server Error</title><status>500</status>\
    <detail>The server met an unexpected condition.</detail></problem>";
const NOT_FOUND: &str = "404\ncontent-length: 100\ncontent-type: application/problem+json\nvary: Accept\n\n\
    {\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\
    \"detail\":\"There is nothing at this address.\"}";
const BAD_REQUEST: &str = "400\ncontent-length: 94\ncontent-type: application/problem+json\nvary: Accept\n\n\
    {\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"The request is malformed.\"}";

/// Panics when it is dropped, unless that would abort the process.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        assert!(thread::panicking(), "secret");
    }
}

/// Sends a request to `/` with each version of HTTP, and checks that the service goes on after it.
async fn check(app: Router, accept: &str, expected: &str) {
    let address = serve(app.route("/vault", get(async || "vault"))).await;
    for version in Version::ALL {
        let mut client = Client::connect(address, version).await;
        // A layer that renders the panic of its own rendering would not answer at all.
        let response = timeout(Duration::from_secs(30), client.exchange(Method::GET, "/", accept)).await;
        assert_eq!(wire(response.expect("an answer")).await, expected, "{version:?}");
        let vault = client.exchange(Method::GET, "/vault", accept).await;
        assert_eq!(wire(vault).await, VAULT, "{version:?}");
    }
}

const VAULT: &str = "200\ncontent-length: 5\ncontent-type: text/plain; charset=utf-8\n\nvault";

/// Checks the response in JSON and XML to a handler that panics.
async fn check_500(routes: Router) {
    let app = routes.layer(ProblemLayer::new());
    check(app.clone(), "application/json", JSON).await;
    check(app, "application/problem+xml", XML).await;
}

#[tokio::test]
async fn a_panic_in_a_handler_is_a_500() {
    check_500(Router::new().route("/", get(async || -> &'static str { panic!("secret") }))).await;
}

#[tokio::test]
async fn a_panic_after_an_await_is_a_500() {
    let handler = async || -> &'static str {
        yield_now().await;
        panic!("secret {}", 7)
    };
    check_500(Router::new().route("/", get(handler))).await;
}

#[tokio::test]
async fn a_panic_with_any_value_is_a_500() {
    check_500(Router::new().route("/", get(async || -> &'static str { panic_any(7) }))).await;
    // This value panics when it is dropped.
    check_500(Router::new().route("/", get(async || -> &'static str { panic_any(Bomb) }))).await;
}

type Answer = Ready<Result<Response<Body>, Infallible>>;

#[tokio::test]
async fn a_panic_in_the_call_of_a_service_is_a_500() {
    // axum would call the service in a future of its own.
    let service = ProblemLayer::new().layer(service_fn(|_: Request| -> Answer { panic!("secret") }));
    let app = Router::new().route("/", get_service(service));
    check(app.clone(), "application/json", JSON).await;
    check(app, "application/problem+xml", XML).await;
}

#[tokio::test]
async fn a_panic_in_a_layer_within_is_a_500() {
    let before =
        async |request: Request| if request.uri().path() == "/" { panic!("secret") } else { request };
    let routes = || Router::new().route("/", get(async || "vault"));
    check_500(routes().layer(map_request(before))).await;
    let after = async |_: Response<Body>| -> Response<Body> { panic!("secret") };
    check_500(routes().layer(map_response(after))).await;
}

/// A future whose drop panics.
struct DropPanics(fn() -> Response<Body>, Bomb);

impl Future for DropPanics {
    type Output = Result<Response<Body>, Infallible>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(Ok((self.0)()))
    }
}

#[tokio::test]
async fn a_panic_in_the_drop_of_a_future_changes_no_answer() {
    let panics: fn() -> Response<Body> = || panic!("secret");
    let cases = [
        (panics, JSON),
        (|| StatusCode::NOT_FOUND.into_response(), NOT_FOUND),
        (|| (StatusCode::BAD_REQUEST, "").into_response(), BAD_REQUEST),
    ];
    for (answer, expected) in cases {
        // axum would drop the future itself.
        let service = service_fn(move |_: Request| DropPanics(answer, Bomb));
        let service = ProblemLayer::new().layer(service);
        check(Router::new().route("/", get_service(service)), "*/*", expected).await;
    }
}

/// What a body does when it is polled or dropped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    PollPanics,
    PollFails,
    HintPanics,
    DropPanics,
}

/// A small text whose length is known.
struct Text {
    fault: Fault,
    content: Full<Bytes>,
}

impl HttpBody for Text {
    type Data = Bytes;
    type Error = fmt::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, fmt::Error>>> {
        match self.fault {
            Fault::PollPanics => panic!("secret"),
            Fault::PollFails => Poll::Ready(Some(Err(fmt::Error))),
            _ => Pin::new(&mut self.content).poll_frame(context).map_err(|never| match never {}),
        }
    }

    fn size_hint(&self) -> SizeHint {
        assert!(self.fault != Fault::HintPanics, "secret");
        self.content.size_hint()
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        assert!(thread::panicking() || self.fault != Fault::DropPanics, "secret");
    }
}

type Faulty = Result<Response<Text>, Infallible>;

/// Checks the response to a GET with this body. axum would look at the body itself.
async fn check_body(fault: Fault, content_type: &'static str, accept: &str, expected: &str) {
    let service = service_fn(move |_: Request| {
        let content = Full::from(r#"{"status":400,"detail":"whole"}"#);
        let response = Response::builder().status(400).header("content-type", content_type);
        ready(Faulty::Ok(response.body(Text { fault, content }).unwrap()))
    });
    let service = ProblemLayer::new().layer(service);
    check(Router::new().route("/", get_service(service)), accept, expected).await;
}

#[tokio::test]
async fn a_panic_in_a_text_that_the_layer_reads_leaves_the_status() {
    check_body(Fault::PollPanics, "text/plain", "*/*", BAD_REQUEST).await;
    check_body(Fault::PollFails, "text/plain", "*/*", BAD_REQUEST).await;
    check_body(Fault::HintPanics, "text/plain", "*/*", JSON).await;
}

#[tokio::test]
async fn a_panic_in_the_drop_of_a_body_that_the_layer_reads_is_caught() {
    let expected = |detail: &str| {
        let body =
            format!(r#"{{"type":"about:blank","title":"Bad Request","status":400,"detail":"{detail}"}}"#);
        let length = body.len();
        format!(
            "400\ncontent-length: {length}\ncontent-type: application/problem+json\nvary: Accept\n\n{body}"
        )
    };
    let text = expected(r#"{\"status\":400,\"detail\":\"whole\"}"#);
    check_body(Fault::DropPanics, "text/plain", "*/*", &text).await;
}

#[tokio::test]
async fn a_panic_in_a_problem_that_the_layer_reads_leaves_the_status() {
    let xml = |detail: &str| {
        let body = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><problem xmlns=\"urn:ietf:rfc:7807\"><type>about:blank</type>\
            <title>Bad Request</title><status>400</status><detail>{detail}</detail></problem>"
        );
        let length = body.len();
        format!(
            "400\ncontent-length: {length}\ncontent-type: application/problem+xml\nvary: Accept\n\n{body}"
        )
    };
    for fault in [Fault::PollPanics, Fault::PollFails] {
        let expected = xml("The request is malformed.");
        check_body(fault, "application/problem+json", "application/problem+xml", &expected).await;
    }
    let expected = xml("whole");
    check_body(Fault::DropPanics, "application/problem+json", "application/problem+xml", &expected).await;
}

#[tokio::test]
async fn a_panic_in_a_stream_breaks_the_connection_off() {
    for status in [StatusCode::OK, StatusCode::BAD_GATEWAY, StatusCode::BAD_REQUEST] {
        // hyper would not even send the header fields if the panic came in the same poll.
        let is_read = Arc::new(Notify::new());
        let wait = Arc::clone(&is_read);
        let handler = async move || {
            let stream = unfold(true, move |is_first| {
                let wait = Arc::clone(&wait);
                async move {
                    if !is_first {
                        wait.notified().await;
                        panic!("secret");
                    }
                    Some((Ok::<_, Infallible>("first"), false))
                }
            });
            (status, Body::from_stream(stream))
        };
        let routes = Router::new().route("/", get(handler)).route("/vault", get(async || "vault"));
        let address = serve(routes.layer(ProblemLayer::new())).await;
        for version in Version::ALL {
            let mut client = Client::connect(address, version).await;
            let response = client.exchange(Method::GET, "/", "*/*").await;
            assert_eq!(response.status(), status);
            let mut body = response.into_body();
            assert_eq!(body.frame().await.unwrap().unwrap().into_data().unwrap(), "first");
            is_read.notify_one();
            let rest = timeout(Duration::from_secs(30), body.collect()).await;
            rest.expect("the end").expect_err("the body is not complete");

            let mut client = Client::connect(address, version).await;
            assert_eq!(wire(client.exchange(Method::GET, "/vault", "*/*").await).await, VAULT);
        }
    }
}

/// An error whose impl panics while the layer renders it.
#[derive(Debug)]
struct PanicsInDisplay;

impl fmt::Display for PanicsInDisplay {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        panic!("secret")
    }
}

impl std::error::Error for PanicsInDisplay {}

impl Problem for PanicsInDisplay {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::about_blank(StatusCode::CONFLICT)
    }

    fn fmt_detail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// An error with a member that panics while it is serialised.
#[derive(Debug, thiserror::Error)]
#[error("log")]
struct PanicsInMember;

impl Problem for PanicsInMember {
    fn problem_type(&self) -> ProblemType<'_> {
        ProblemType::about_blank(StatusCode::CONFLICT)
    }

    fn write_extensions(&self, _: &mut Members<'_>) {
        panic_any(Bomb)
    }
}

#[tokio::test]
async fn a_panic_while_rendering_is_a_500() {
    // The framework's impl would render it before the layer does.
    let only_report =
        |report: Report| Response::builder().status(409).extension(report).body(Body::empty()).unwrap();
    check_500(Router::new().route("/", get(async move || only_report(PanicsInDisplay.into())))).await;
    check_500(Router::new().route("/", get(async move || only_report(PanicsInMember.into())))).await;
}

#[tokio::test]
async fn a_panic_while_enriching_leaves_the_problem() {
    let panics = |request: &RequestInfo| {
        assert!(request.uri().path() != "/", "secret");
    };
    let bomb = |request: &RequestInfo| {
        if request.uri().path() == "/" {
            panic_any(Bomb)
        }
    };
    for panics in [panics as fn(&RequestInfo), bomb] {
        let layer = ProblemLayer::new()
            .enrich(move |request, extra| {
                extra.member("before", &1);
                panics(request);
            })
            .enrich(|_, extra| {
                extra.member("other", &2);
            });
        let expected = "403\ncontent-length: 112\ncontent-type: application/problem+json\nvary: Accept\nx-limit: 3\n\n\
            {\"type\":\"/quota\",\"title\":\"Quota Used Up\",\"status\":403,\"detail\":\"No more than 3.\",\
            \"limit\":3,\"before\":1,\"other\":2}";
        let app = Router::new().route("/", get(async || QuotaUsedUp { limit: 3 })).layer(layer.clone());
        check(app, "*/*", expected).await;

        // The handler panics, too.
        let expected = "500\ncontent-length: 139\ncontent-type: application/problem+json\nvary: Accept\n\n\
            {\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\
            \"detail\":\"The server met an unexpected condition.\",\"before\":1,\"other\":2}";
        let app =
            Router::new().route("/", get(async || -> &'static str { panic!("secret") })).layer(layer.clone());
        check(app, "*/*", expected).await;
    }
}

#[tokio::test]
async fn catch_panic_within_the_layer_gives_the_same_problem() {
    let routes = Router::new().route("/", get(async || -> &'static str { panic!("secret") }));
    check_500(routes.layer(CatchPanicLayer::custom(panic_response))).await;
}

#[tokio::test]
async fn catch_panic_outside_of_the_layer_catches_the_panics_between() {
    let between =
        async |response: Response<Body>| if response.status() == 200 { response } else { panic!("secret") };
    let routes = Router::new().route("/", get(async || QuotaUsedUp { limit: 3 }));
    let app = routes.layer(ProblemLayer::new()).layer(map_response(between));
    // Nobody negotiates the format out there.
    let expected = JSON.replace("vary: Accept\n", "");
    let app = app.layer(CatchPanicLayer::custom(panic_response));
    check(app.clone(), "application/json", &expected).await;
    check(app, "application/problem+xml", &expected).await;
}
