//! The same service twice: with the derive, and with hand-written responses.

use crate::by_hand::by_hand;
use crate::example::Example;
use crate::service::Vault;
use crate::service::error::VaultError;
use crate::service::server::answer;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::serve::ListenerExt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::SystemTime;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

/// The requests, which must all fail.
#[derive(Clone, Copy)]
pub(crate) enum Case {
    TokenMissing,
    MethodNotAllowed,
    RateLimited,
}

impl Case {
    pub(crate) const ALL: [Self; 3] = [Self::TokenMissing, Self::MethodNotAllowed, Self::RateLimited];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::TokenMissing => "401: constant body",
            Self::MethodNotAllowed => "405: formatted detail and `Allow`",
            Self::RateLimited => "429: formatted detail, extension, `Retry-After`",
        }
    }

    pub(crate) fn request(self) -> &'static str {
        match self {
            Self::TokenMissing => "GET /v1/vaults HTTP/1.1\r\nhost: vault\r\n\r\n",
            Self::MethodNotAllowed => "PUT /v1/vaults HTTP/1.1\r\nhost: vault\r\ncontent-length: 0\r\n\r\n",
            Self::RateLimited => {
                "GET /v1/vaults HTTP/1.1\r\nhost: vault\r\nauthorization: Bearer alice-token\r\n\r\n"
            }
        }
    }
}

/// The services, which differ in how errors become responses.
pub(crate) const CONTENDERS: [fn() -> Router<Arc<Vault>>; 2] =
    [|| Router::new().fallback(with_responses_by_hand), || Router::new().fallback(with_errors)];

async fn with_errors(State(vault): State<Arc<Vault>>, request: Request) -> Result<Response, VaultError> {
    let (head, body) = request.into_parts();
    Ok(answer(vault, &head, body).await?.map(Body::new))
}

async fn with_responses_by_hand(State(vault): State<Arc<Vault>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    match answer(vault, &head, body).await {
        Ok(response) => response.map(Body::new),
        Err(error) => by_hand(&error),
    }
}

/// A running service, which is stopped on drop.
pub(crate) struct Service {
    pub(crate) address: SocketAddr,
    _runtime: Runtime,
    _example: Example,
}

impl Service {
    pub(crate) fn start(router: fn() -> Router<Arc<Vault>>, name: &str) -> Self {
        // The clock stands still, so the allowance of the token never grows, and all later responses are the same.
        let example = Example::open(name, || SystemTime::UNIX_EPOCH);
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a free port");
        let address = listener.local_addr().expect("a port");
        let router = router().with_state(Arc::clone(&example.vault));
        // Otherwise a response waits until the client acknowledges the one before, and the benchmark measures only that
        // delay.
        let listener = listener.tap_io(|stream| {
            let _ = stream.set_nodelay(true);
        });
        runtime.spawn(async { axum::serve(listener, router).await });
        Self { address, _runtime: runtime, _example: example }
    }
}
