//! The example service behind axum, without a layer.

use crate::example::Example;
use crate::exchange::Exchange;
use crate::request::{NO_FIELDS, Sample};
use crate::service::Vault;
use crate::service::error::VaultError;
use crate::service::server::accept;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::response::Response;
use http::request::Parts;
use http::{Method, StatusCode};
use problem_core::Problem;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, SystemTime};

/// A user who has as many vaults as the tier allows.
pub(crate) const ALICE: &str = "alice-token";

/// Opens the service, and stores what the requests of the cases read.
pub(crate) fn open() -> Example {
    let example = Example::open("layer", clock());
    let put = |sample: Sample, status| {
        let exchange = Exchange::new(returning(&example.vault), sample.by(ALICE));
        assert_eq!(exchange.respond().status(), status);
    };
    for body in [r#"{"name":"invoices"}"#, r#"{"name":"wages"}"#, r#"{"name":"keys"}"#] {
        let sample = Sample::of(NO_FIELDS).to("/v1/vaults").sending(Method::POST, body);
        put(sample, StatusCode::CREATED);
    }
    let sample = Sample::of(NO_FIELDS).to("/v1/vaults/v1/secrets/database/password");
    put(sample.sending(Method::PUT, r#"{"value":"correct horse battery staple"}"#), StatusCode::NO_CONTENT);
    example
}

/// Returns a clock that advances by a second at each look, so that no user is ever over the rate limit.
///
/// Its first moment, when the tokens are issued, is later than all others, so that no token ever expires.
fn clock() -> impl Fn() -> SystemTime + Send + Sync + 'static {
    let next = AtomicU64::new(u64::from(u32::MAX));
    move || {
        let seconds = next.fetch_add(1, Relaxed);
        let seconds = seconds.checked_sub(u64::from(u32::MAX) + 1).unwrap_or(seconds);
        SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
    }
}

/// The handler returns the error.
pub(crate) fn returning(vault: &Arc<Vault>) -> Router {
    router(vault, async |State(vault), request: Request| {
        let (head, body) = request.into_parts();
        answer(vault, &head, body).await
    })
}

/// The handler returns the error with another status code.
pub(crate) fn overriding(vault: &Arc<Vault>) -> Router {
    router(vault, async |State(vault), request: Request| {
        let (head, body) = request.into_parts();
        answer(vault, &head, body).await.map_err(|error| (StatusCode::LOCKED, error))
    })
}

/// The handler chooses the format, without the layer.
pub(crate) fn responding(vault: &Arc<Vault>) -> Router {
    router(vault, async |State(vault), request: Request| {
        let (head, body) = request.into_parts();
        let answer = answer(vault, &head, body).await;
        answer.unwrap_or_else(|error| error.respond(&head.headers).map(Body::from))
    })
}

fn router<T: 'static>(vault: &Arc<Vault>, handler: impl Handler<T, Arc<Vault>>) -> Router {
    Router::new().fallback(handler).with_state(Arc::clone(vault))
}

/// Handles a request on the same thread. The requests of the cases write no file, and so do not block.
///
/// The example's own server passes each request to another thread. That takes time, too, so the layer's share is
/// smaller there.
async fn answer(vault: Arc<Vault>, head: &Parts, body: Body) -> Result<Response, VaultError> {
    Ok(accept(vault, head, body).await?.handle()?.map(Body::new))
}
