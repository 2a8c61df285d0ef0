//! The HTTP server.

use super::auth::User;
use super::error::{VaultError, chain};
use super::handle::handle;
use super::route::Route;
use super::sweep::sweep;
use super::{Vault, body};
use http::request::Parts;
use http_body_util::Full;
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::{CONNECTION, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use problem_core::Problem;
use std::convert::Infallible;
use std::error::Error;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// Serves all connections, forever.
pub(crate) async fn serve(listener: TcpListener, vault: Vault) -> Infallible {
    let vault = Arc::new(vault);
    tokio::spawn(sweep(Arc::clone(&vault)));
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                tokio::spawn(converse(stream, Arc::clone(&vault)));
            }
            Err(error) => {
                vault.log.line(&format!("cannot accept a connection: {error}"));
                // Most likely the process is out of file descriptors; it gets some back when other connections end.
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

async fn converse(stream: TcpStream, vault: Arc<Vault>) {
    let limit = vault.limits.connection;
    let service = service_fn(|request| {
        let vault = Arc::clone(&vault);
        async move { Ok::<_, Infallible>(respond(vault, request).await) }
    });
    // With a timer, hyper waits at most half a minute for each head, and so closes slow or idle connections.
    let connection =
        http1::Builder::new().timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    // An error means that the client is gone or does not speak HTTP, so there is nobody to report it to.
    if timeout(limit, connection.as_mut()).await.is_err() {
        connection.as_mut().graceful_shutdown();
        // This gives the current request enough time, and drops a client that does not read its responses.
        let _ = timeout(limit, connection).await;
    }
}

/// Responds to a request. This is the only place where an error becomes a log line and a response.
async fn respond(vault: Arc<Vault>, request: Request<Incoming>) -> Response<Full<Bytes>> {
    let (head, body) = request.into_parts();
    match answer(Arc::clone(&vault), &head, body).await {
        Ok(response) => response,
        Err(error) => {
            let (status, path) = (error.http_status().as_u16(), head.uri.path());
            vault.log.line(&format!("{status} {} {path}: {}", head.method, chain(&error)));
            let mut response = error.respond(&head.headers).map(Full::new);
            if matches!(error, VaultError::BodyTooSlow { .. }) {
                response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
            }
            response
        }
    }
}

/// Handles a request, independently of the server that received it.
pub(crate) async fn answer<B>(
    vault: Arc<Vault>,
    head: &Parts,
    body: B,
) -> Result<Response<Full<Bytes>>, VaultError>
where
    B: Body,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    let accepted = accept(vault, head, body).await?;
    spawn_blocking(|| accepted.handle()).await?
}

/// Checks the head of a request, and reads the body.
pub(crate) async fn accept<B>(vault: Arc<Vault>, head: &Parts, body: B) -> Result<Accepted, VaultError>
where
    B: Body,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    let route = Route::find(&head.method, head.uri.path())?;
    let user = vault.admit(&head.headers)?;
    let body = body::read(body, vault.limits.body).await?;
    Ok(Accepted { vault, user, route, body })
}

/// A request of an authenticated user, which is ready to be handled.
pub(crate) struct Accepted {
    vault: Arc<Vault>,
    user: &'static User,
    route: Route,
    body: Bytes,
}

impl Accepted {
    /// Handles the request. It may block: see [`handle`].
    pub(crate) fn handle(self) -> Result<Response<Full<Bytes>>, VaultError> {
        let Self { vault, user, route, body } = self;
        handle(&vault, user, route, &body, vault.now())
    }
}
