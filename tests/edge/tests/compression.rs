//! tower-http's compression, outside of the layer and within it.

use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use bytes::Bytes;
use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE};
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use problem_core::layer::ProblemLayer;
use problem_edge::{Client, QuotaUsedUp, Version, serve, wire};
use std::io::{Read, Write};
use std::net::SocketAddr;
use tower_http::compression::CompressionLayer;

const TEXT: &str = "a text that is long enough for the layer to compress it, and that says no secret";

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn gunzip(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut decoder = GzDecoder::new(bytes);
    decoder.read_to_string(&mut text).unwrap();
    assert!(decoder.into_inner().is_empty(), "nothing follows");
    text
}

fn routes() -> Router {
    Router::new()
        .route("/vault", get(async || TEXT))
        .route("/quota", get(async || QuotaUsedUp { limit: 3 }))
        .route("/text", get(async || (StatusCode::BAD_REQUEST, TEXT)))
        .route("/encoded", get(async || (StatusCode::BAD_REQUEST, [(CONTENT_ENCODING, "gzip")], gzip(TEXT))))
        .route(
            "/encoded-text",
            get(async || {
                let fields = [(CONTENT_ENCODING, "gzip"), (CONTENT_TYPE, "text/plain")];
                (StatusCode::BAD_REQUEST, fields, gzip(TEXT)).into_response()
            }),
        )
}

/// Returns the head, written down without the length, and the bytes of the body.
async fn get_gzip(address: SocketAddr, version: Version, path: &str, accept: &str) -> (String, Bytes) {
    let mut client = Client::connect(address, version).await;
    let request = Request::get(path).header(ACCEPT, accept).header(ACCEPT_ENCODING, "gzip");
    let response = client.send(request.body(Full::default()).unwrap()).await.unwrap();
    let (mut head, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    // Whether it is there depends on the version of HTTP.
    head.headers.remove("transfer-encoding");
    let head = wire(Response::from_parts(head, Full::<Bytes>::default())).await;
    (head, body)
}

#[tokio::test]
async fn compression_outside_of_the_layer_compresses_the_problem() {
    let address = serve(routes().layer(ProblemLayer::new()).layer(CompressionLayer::new())).await;
    for version in Version::ALL {
        for (path, accept, head, text) in [
            (
                "/quota",
                "application/json",
                "403\ncontent-encoding: gzip\ncontent-type: application/problem+json\nvary: Accept\n\
                vary: accept-encoding\nx-limit: 3\n\n",
                r#"{"type":"/quota","title":"Quota Used Up","status":403,"detail":"No more than 3.","limit":3}"#,
            ),
            (
                "/quota",
                "application/problem+xml",
                "403\ncontent-encoding: gzip\ncontent-type: application/problem+xml\nvary: Accept\n\
                vary: accept-encoding\nx-limit: 3\n\n",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><problem xmlns=\"urn:ietf:rfc:7807\"><type>/quota</type>\
                <title>Quota Used Up</title><status>403</status><detail>No more than 3.</detail><limit>3</limit>\
                </problem>",
            ),
            (
                "/text",
                "application/json",
                "400\ncontent-encoding: gzip\ncontent-type: application/problem+json\nvary: Accept\n\
                vary: accept-encoding\n\n",
                r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"a text that is long enough for the layer to compress it, and that says no secret"}"#,
            ),
            (
                "/nowhere",
                "application/json",
                "404\ncontent-encoding: gzip\ncontent-type: application/problem+json\nvary: Accept\n\
                vary: accept-encoding\n\n",
                r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address."}"#,
            ),
        ] {
            let (actual, body) = get_gzip(address, version, path, accept).await;
            assert_eq!((&*actual, &*gunzip(&body)), (head, text), "{version:?} {path}");
        }
    }
}

#[tokio::test]
async fn an_encoded_response_passes_byte_for_byte() {
    let address = serve(routes().layer(ProblemLayer::new())).await;
    for version in Version::ALL {
        for (path, content_type) in
            [("/encoded", "application/octet-stream"), ("/encoded-text", "text/plain")]
        {
            for accept in ["application/json", "application/problem+xml"] {
                let (head, body) = get_gzip(address, version, path, accept).await;
                let length = gzip(TEXT).len();
                let expected = format!(
                    "400\ncontent-encoding: gzip\ncontent-length: {length}\ncontent-type: {content_type}\n\n"
                );
                assert_eq!((head, &body[..]), (expected, &gzip(TEXT)[..]), "{version:?} {path}");
                assert_eq!(gunzip(&body), TEXT);
            }
        }
    }
}

#[tokio::test]
async fn what_compression_within_the_layer_has_encoded_passes() {
    let address = serve(routes().layer(CompressionLayer::new()).layer(ProblemLayer::new())).await;
    let quota =
        r#"{"type":"/quota","title":"Quota Used Up","status":403,"detail":"No more than 3.","limit":3}"#;
    for version in Version::ALL {
        for (path, head, text) in [
            ("/vault", "200\ncontent-encoding: gzip\ncontent-type: text/plain; charset=utf-8\n", TEXT),
            ("/text", "400\ncontent-encoding: gzip\ncontent-type: text/plain; charset=utf-8\n", TEXT),
            // A report, too, stays in the format that it was compressed in.
            ("/quota", "403\ncontent-encoding: gzip\ncontent-type: application/problem+json\n", quota),
        ] {
            let (actual, body) = get_gzip(address, version, path, "application/problem+xml").await;
            let limit = if path == "/quota" { "x-limit: 3\n" } else { "" };
            let expected = format!("{head}vary: accept-encoding\n{limit}\n");
            assert_eq!((actual, &*gunzip(&body)), (expected, text), "{version:?} {path}");
        }
        // There is nothing to compress.
        let (head, body) = get_gzip(address, version, "/nowhere", "application/json").await;
        let expected = "404\ncontent-length: 100\ncontent-type: application/problem+json\nvary: Accept\n\n";
        assert_eq!(head, expected, "{version:?}");
        let not_found = r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address."}"#;
        assert_eq!(body, not_found, "{version:?}");
    }
}
