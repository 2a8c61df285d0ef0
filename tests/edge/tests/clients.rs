//! Many clients at once: half of them break off, and the others do not notice.

use axum::Router;
use axum::body::Body;
use axum::extract::{Json, Request};
use axum::middleware::map_request;
use axum::routing::{get, post};
use bytes::Bytes;
use futures_util::FutureExt;
use futures_util::future::join_all;
use futures_util::stream::iter;
use http::{Method, StatusCode};
use http_body_util::Full;
use problem_core::Problem;
use problem_core::layer::ProblemLayer;
use problem_edge::{Client, QuotaUsedUp, Random, Version, serve, silence_panics, wire};
use std::convert::Infallible;
use std::future::ready;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::yield_now;

const QUOTA: QuotaUsedUp = QuotaUsedUp { limit: 3 };

/// Counts the requests of those clients that stay.
type Served = Arc<AtomicUsize>;

fn app(served: Served) -> Router {
    let count = move |request: Request| {
        if request.headers().contains_key("x-stays") {
            served.fetch_add(1, Relaxed);
        }
        ready(request)
    };
    let routes = Router::new()
        .route("/vault", get(async || "vault"))
        .route("/quota", get(async || QUOTA))
        .route("/bare", get(async || QUOTA.to_response().map(Body::from)))
        .route("/json", post(async |_: Json<u32>| "posted"))
        .route(
            "/panic",
            get(async || -> &'static str {
                yield_now().await;
                panic!("secret")
            }),
        )
        .route(
            "/stream",
            get(async || {
                let chunks = iter(["one ", "two ", "three"].map(Ok::<_, Infallible>));
                (StatusCode::BAD_GATEWAY, Body::from_stream(chunks))
            }),
        );
    routes.layer(ProblemLayer::new()).layer(map_request(count))
}

const JSON: &str = "application/json";
const XML: &str = "application/problem+xml";

/// A request, and the response to it without `transfer-encoding`, which depends on the version of HTTP.
struct Case {
    method: Method,
    path: &'static str,
    accept: &'static str,
    response: &'static str,
}

fn cases() -> Vec<Case> {
    let case = |method, path, accept, response| Case { method, path, accept, response };
    vec![
        case(
            Method::GET,
            "/vault",
            JSON,
            "200\ncontent-length: 5\ncontent-type: text/plain; charset=utf-8\n\nvault",
        ),
        case(
            Method::GET,
            "/quota",
            JSON,
            "403\ncontent-length: 91\ncontent-type: application/problem+json\nvary: Accept\nx-limit: 3\n\n\
            {\"type\":\"/quota\",\"title\":\"Quota Used Up\",\"status\":403,\"detail\":\"No more than 3.\",\"limit\":3}",
        ),
        case(
            Method::GET,
            "/bare",
            XML,
            "403\ncontent-length: 198\ncontent-type: application/problem+xml\nvary: Accept\nx-limit: 3\n\n\
            <?xml version=\"1.0\" encoding=\"UTF-8\"?><problem xmlns=\"urn:ietf:rfc:7807\"><type>/quota</type>\
            <title>Quota Used Up</title><status>403</status><detail>No more than 3.</detail><limit>3</limit>\
            </problem>",
        ),
        case(
            Method::HEAD,
            "/quota",
            XML,
            "403\ncontent-length: 198\ncontent-type: application/problem+xml\nvary: Accept\nx-limit: 3\n\n",
        ),
        case(
            Method::POST,
            "/json",
            JSON,
            "415\ncontent-length: 134\ncontent-type: application/problem+json\nvary: Accept\n\n\
            {\"type\":\"about:blank\",\"title\":\"Unsupported Media Type\",\"status\":415,\
            \"detail\":\"Expected request with `Content-Type: application/json`\"}",
        ),
        case(
            Method::GET,
            "/panic",
            XML,
            "500\ncontent-length: 219\ncontent-type: application/problem+xml\nvary: Accept\n\n\
            <?xml version=\"1.0\" encoding=\"UTF-8\"?><problem xmlns=\"urn:ietf:rfc:7807\"><type>about:blank</type>\
            <title>Internal Server Error</title><status>500</status>\
            <detail>The server met an unexpected condition.</detail></problem>",
        ),
        case(
            Method::GET,
            "/nowhere",
            JSON,
            "404\ncontent-length: 100\ncontent-type: application/problem+json\nvary: Accept\n\n\
            {\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\
            \"detail\":\"There is nothing at this address.\"}",
        ),
        case(Method::GET, "/stream", JSON, "502\n\none two three"),
    ]
}

/// Makes one request after the other on one connection, and checks each response.
async fn stay(address: SocketAddr, version: Version, mut random: Random) {
    let cases = cases();
    let mut client = Client::connect(address, version).await;
    for _ in 0..REQUESTS {
        let case = &cases[random.below(cases.len())];
        let request = Request::builder().method(case.method.clone()).uri(case.path);
        let request = request.header("accept", case.accept).header("x-stays", "1");
        let mut response = client.send(request.body(Full::<Bytes>::default()).unwrap()).await.unwrap();
        response.headers_mut().remove("transfer-encoding");
        assert_eq!(wire(response).await, case.response, "{version:?} {}", case.path);
    }
}

/// Makes one connection after the other, and breaks each off at a random point.
async fn break_off(address: SocketAddr, version: Version, mut random: Random) {
    let cases = cases();
    for _ in 0..REQUESTS {
        let case = &cases[random.below(cases.len())];
        match version {
            Version::Http1 => {
                let mut stream = TcpStream::connect(address).await.unwrap();
                let length = if case.method == Method::POST { "content-length: 9\r\n" } else { "" };
                let request = format!(
                    "{} {} HTTP/1.1\r\nhost: vault\r\naccept: {}\r\n{length}\r\n",
                    case.method, case.path, case.accept
                );
                // In the middle of the request, or right after it, or in the middle of the response.
                let sent = random.below(request.len() * 2).min(request.len());
                stream.write_all(&request.as_bytes()[..sent]).await.unwrap();
                if sent == request.len() && random.below(2) == 0 {
                    let mut start = vec![0; 1 + random.below(150)];
                    let _ = stream.read(&mut start).await;
                }
                // Resets the connection instead of closing it.
                if random.below(2) == 0 {
                    stream.set_zero_linger().unwrap();
                }
            }
            Version::Http2 => {
                let mut client = Client::connect(address, version).await;
                let request = Request::builder().method(case.method.clone()).uri(case.path);
                let request = request.header("accept", case.accept).body(Full::<Bytes>::default()).unwrap();
                let mut answer = Box::pin(client.send(request));
                for _ in 0..random.below(8) {
                    if let Some(response) = (&mut answer).now_or_never() {
                        // The head is there, and the body is not read.
                        drop(response);
                        break;
                    }
                    yield_now().await;
                }
            }
        }
    }
}

const CLIENTS: usize = 50;
const REQUESTS: usize = 40;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clients_that_break_off_change_nothing_for_the_others() {
    silence_panics();
    let served = Served::default();
    let address = serve(app(Arc::clone(&served))).await;
    let clients = (0..CLIENTS).map(|index| {
        let random = Random::new(index as u64);
        let version = Version::ALL[index / 2 % 2];
        tokio::spawn(async move {
            if index % 2 == 0 {
                stay(address, version, random).await;
            } else {
                break_off(address, version, random).await;
            }
        })
    });
    for client in join_all(clients).await {
        client.expect("no panic");
    }
    assert_eq!(served.load(Relaxed), CLIENTS / 2 * REQUESTS);

    for version in Version::ALL {
        stay(address, version, Random::new(CLIENTS as u64)).await;
    }
}
