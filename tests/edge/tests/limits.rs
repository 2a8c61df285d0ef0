//! Timeouts and limits of tower-http and axum, whose responses have little or no text.

use axum::Router;
use axum::body::Body;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use bytes::Bytes;
use futures_util::stream::iter;
use http::{Method, Request, StatusCode};
use problem_core::layer::ProblemLayer;
use problem_edge::{Client, Version, serve, wire};
use std::convert::Infallible;
use std::future::pending;
use std::time::Duration;
use tower::ServiceExt;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

// The clock is paused: it goes on to the timeout when everything waits for it.
#[tokio::test(start_paused = true)]
async fn a_timeout_is_a_problem() {
    for (status, title, detail) in [
        (StatusCode::REQUEST_TIMEOUT, "Request Timeout", "The request did not arrive in time."),
        (StatusCode::GATEWAY_TIMEOUT, "Gateway Timeout", "An upstream server did not answer in time."),
    ] {
        let routes = Router::new().route("/", get(async || pending::<&str>().await));
        let timeout = TimeoutLayer::with_status_code(status, Duration::from_secs(30));
        let address = serve(routes.layer(timeout).layer(ProblemLayer::new())).await;
        let status = status.as_u16();
        let json =
            format!(r#"{{"type":"about:blank","title":"{title}","status":{status},"detail":"{detail}"}}"#);
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><problem xmlns=\"urn:ietf:rfc:7807\"><type>about:blank</type>\
            <title>{title}</title><status>{status}</status><detail>{detail}</detail></problem>"
        );
        for version in Version::ALL {
            let mut client = Client::connect(address, version).await;
            for (content_type, body) in
                [("application/problem+json", &json), ("application/problem+xml", &xml)]
            {
                let length = body.len();
                let head = format!(
                    "{status}\ncontent-length: {length}\ncontent-type: {content_type}\nvary: Accept\n\n"
                );
                let response = client.exchange(Method::GET, "/", content_type).await;
                assert_eq!(wire(response).await, format!("{head}{body}"), "{version:?}");
                let response = client.exchange(Method::HEAD, "/", content_type).await;
                assert_eq!(wire(response).await, head, "{version:?}");
            }
        }
    }
}

fn too_large(detail: &str) -> String {
    let body =
        format!(r#"{{"type":"about:blank","title":"Content Too Large","status":413,"detail":"{detail}"}}"#);
    let length = body.len();
    format!("413\ncontent-length: {length}\ncontent-type: application/problem+json\nvary: Accept\n\n{body}")
}

/// Posts a body of nine bytes where eight are allowed, with its length and without it.
async fn check_limit(app: Router, with_length: &str, without_length: &str) {
    let app = app.layer(ProblemLayer::new());
    let address = serve(app.clone()).await;
    for version in Version::ALL {
        let mut client = Client::connect(address, version).await;
        let response = client.post("/", "12345678").await;
        let allowed = "200\ncontent-length: 8\ncontent-type: application/octet-stream\n\n12345678";
        assert_eq!(wire(response).await, allowed, "{version:?}");
        let response = client.post("/", "123456789").await;
        assert_eq!(wire(response).await, too_large(with_length), "{version:?}");
    }
    let chunks = Body::from_stream(iter(["12345", "6789"].map(Ok::<_, Infallible>)));
    let response = app.oneshot(Request::post("/").body(chunks).unwrap()).await.unwrap();
    assert_eq!(wire(response).await, too_large(without_length));
}

fn echo() -> Router {
    Router::new().route("/", post(async |body: Bytes| body))
}

const WHILE_READING: &str = "Failed to buffer the request body: length limit exceeded";

#[tokio::test]
async fn a_body_beyond_the_limit_of_tower_http_is_a_problem() {
    check_limit(echo().layer(RequestBodyLimitLayer::new(8)), "length limit exceeded", WHILE_READING).await;
}

#[tokio::test]
async fn a_body_beyond_the_limit_of_axum_is_a_problem() {
    check_limit(echo().layer(DefaultBodyLimit::max(8)), WHILE_READING, WHILE_READING).await;
}
