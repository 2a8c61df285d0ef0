//! Bodies that arrive while they are written: the layer passes each chunk on at once.

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use bytes::Bytes;
use futures_util::stream::unfold;
use http::{Method, Request, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use problem_core::layer::ProblemLayer;
use problem_edge::{Client, Version, serve, wire};
use std::convert::Infallible;
use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::time::timeout;

/// The chunks of the one response that a service sends.
type Chunks = Arc<Mutex<Option<Receiver<&'static str>>>>;

/// Answers with the status and the content type that the query names, as in `/?502&text/plain`.
async fn stream(State(chunks): State<Chunks>, request: Request<Body>) -> Response {
    let receiver = chunks.lock().unwrap().take().expect("there is one request");
    let (status, content_type) = request.uri().query().unwrap().split_once('&').unwrap();
    let stream = unfold(receiver, async |mut receiver| {
        let chunk = receiver.recv().await?;
        Some((Ok::<_, Infallible>(chunk), receiver))
    });
    let response = Response::builder().status(status.parse::<u16>().unwrap());
    response.header("content-type", content_type).body(Body::from_stream(stream)).unwrap()
}

/// Starts a service, and returns where its chunks come from and a client.
async fn start(version: Version) -> (Sender<&'static str>, Client) {
    let (sender, receiver) = channel(1);
    let routes = Router::new().route("/", get(stream)).with_state(Arc::new(Mutex::new(Some(receiver))));
    let address = serve(routes.layer(ProblemLayer::new())).await;
    (sender, Client::connect(address, version).await)
}

/// Fails instead of waiting for ever if the layer holds a chunk back.
async fn soon<T>(future: impl Future<Output = T>) -> T {
    timeout(Duration::from_secs(30), future).await.expect("it arrives")
}

async fn next(body: &mut Incoming) -> Option<Bytes> {
    loop {
        let frame = soon(body.frame()).await?.expect("the stream goes on");
        let chunk = frame.into_data().expect("there are no trailers");
        // In HTTP/2, the end may be an empty frame.
        if !chunk.is_empty() {
            return Some(chunk);
        }
    }
}

const STREAMS: [(&str, &str); 7] = [
    ("200", "text/event-stream"),
    ("200", "application/octet-stream"),
    ("502", "text/event-stream"),
    ("502", "application/octet-stream"),
    ("502", "application/json"),
    // A text whose length is unknown is not the text of a rejection.
    ("502", "text/plain"),
    ("400", "text/plain"),
];

#[tokio::test]
async fn the_first_chunk_arrives_before_the_second_is_written() {
    for version in Version::ALL {
        for (status, content_type) in STREAMS {
            let case = format!("{version:?} {status} {content_type}");
            let (sender, mut client) = start(version).await;
            // Not even the first chunk is needed for the header fields.
            let path = format!("/?{status}&{content_type}");
            let response = soon(client.exchange(Method::GET, &path, "text/html")).await;
            assert_eq!(response.status().as_str(), status, "{case}");
            let fields: Vec<_> =
                response.headers().iter().filter(|(name, _)| *name != "transfer-encoding").collect();
            assert_eq!(
                fields,
                [(&"content-type".parse().unwrap(), &content_type.parse().unwrap())],
                "{case}"
            );

            let mut body = response.into_body();
            for chunk in ["data: 1\n\n", "data: 2\n\n", "data: 3\n\n"] {
                sender.send(chunk).await.unwrap();
                assert_eq!(next(&mut body).await.as_deref(), Some(chunk.as_bytes()), "{case}");
            }
            drop(sender);
            assert_eq!(next(&mut body).await, None, "{case}");
        }
    }
}

#[tokio::test]
async fn an_endless_stream_ends_when_the_client_leaves() {
    for version in Version::ALL {
        for (status, content_type) in STREAMS {
            let (sender, mut client) = start(version).await;
            let path = format!("/?{status}&{content_type}");
            let mut body = client.exchange(Method::GET, &path, "*/*").await.into_body();
            sender.send("data: 1\n\n").await.unwrap();
            assert_eq!(next(&mut body).await.as_deref(), Some(&b"data: 1\n\n"[..]));
            drop((body, client));
            // The layer drops the body of the service, and with it the receiver.
            soon(sender.closed()).await;
        }
    }
}

/// The body of a problem that comes in two chunks, as from an upstream server.
const PROBLEM: [&str; 2] = ["{\"type\":\"/quota\",\"status\":502,", "\"title\":\"Quota\"}"];

#[tokio::test]
async fn a_streamed_problem_in_json_passes_in_chunks() {
    for version in Version::ALL {
        let (sender, mut client) = start(version).await;
        let path = "/?502&application/problem+json";
        let response = soon(client.exchange(Method::GET, path, "application/json")).await;
        assert_eq!(response.headers()["vary"], "Accept");
        let mut body = response.into_body();
        for chunk in PROBLEM {
            sender.send(chunk).await.unwrap();
            assert_eq!(next(&mut body).await.as_deref(), Some(chunk.as_bytes()));
        }
        drop(sender);
        assert_eq!(next(&mut body).await, None);
    }
}

#[tokio::test]
async fn a_streamed_problem_in_json_is_read_whole_for_xml() {
    for version in Version::ALL {
        let (sender, mut client) = start(version).await;
        let request =
            Request::get("/?502&application/problem+json").header("accept", "application/problem+xml");
        let exchange = client.send(request.body(Full::default()).unwrap());
        let write = async move {
            for chunk in PROBLEM {
                sender.send(chunk).await.unwrap();
            }
        };
        let (response, ()) = soon(async { tokio::join!(exchange, write) }).await;
        assert_eq!(
            wire(response.unwrap()).await,
            "502\ncontent-length: 203\ncontent-type: application/problem+xml\nvary: Accept\n\n\
            <?xml version=\"1.0\" encoding=\"UTF-8\"?><problem xmlns=\"urn:ietf:rfc:7807\"><type>/quota</type>\
            <title>Quota</title><status>502</status><detail>An upstream server sent an invalid response.</detail>\
            </problem>"
        );
    }
}

#[tokio::test]
async fn a_problem_that_is_too_large_passes_byte_for_byte() {
    // More than the layer reads. What it has read comes first, and then the rest as it arrives.
    const CHUNK: &str = match str::from_utf8(&[b'x'; 16 * 1024]) {
        Ok(chunk) => chunk,
        Err(_) => unreachable!(),
    };
    for version in Version::ALL {
        let (sender, mut client) = start(version).await;
        let request =
            Request::get("/?502&application/problem+json").header("accept", "application/problem+xml");
        let exchange = client.send(request.body(Full::default()).unwrap());
        let write = async {
            for _ in 0..5 {
                sender.send(CHUNK).await.unwrap();
            }
        };
        let (response, ()) = soon(async { tokio::join!(exchange, write) }).await;
        let mut response = response.unwrap();
        response.headers_mut().remove("transfer-encoding");
        let (head, mut body) = response.into_parts();
        assert_eq!(head.status, 502, "{version:?}");
        assert_eq!(head.headers.len(), 2, "{version:?}");
        assert_eq!(head.headers["content-type"], "application/problem+json", "{version:?}");
        // A smaller one would be XML.
        assert_eq!(head.headers["vary"], "Accept", "{version:?}");
        let mut length = 0;
        while length < 5 * CHUNK.len() {
            let chunk = next(&mut body).await.unwrap();
            assert!(chunk.iter().all(|byte| *byte == b'x'));
            length += chunk.len();
        }
        assert_eq!(length, 5 * CHUNK.len(), "{version:?}");
        sender.send("last").await.unwrap();
        assert_eq!(next(&mut body).await.as_deref(), Some(&b"last"[..]), "{version:?}");
        drop(sender);
        assert_eq!(next(&mut body).await, None, "{version:?}");
    }
}

#[tokio::test]
async fn a_text_that_is_too_long_passes() {
    let text = "x".repeat(8 * 1024 + 1);
    let handler = async move || (StatusCode::BAD_REQUEST, text);
    let address = serve(Router::new().route("/", get(handler)).layer(ProblemLayer::new())).await;
    for version in Version::ALL {
        let mut client = Client::connect(address, version).await;
        let expected = format!(
            "400\ncontent-length: 8193\ncontent-type: text/plain; charset=utf-8\n\n{}",
            "x".repeat(8 * 1024 + 1)
        );
        assert_eq!(wire(client.exchange(Method::GET, "/", "*/*").await).await, expected, "{version:?}");
    }
}
