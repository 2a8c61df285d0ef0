//! The routers, without a layer.

use crate::error::VaultError;
use crate::input::Input;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};
use problem_core::Problem;
use std::hint::black_box;
use std::panic;
use std::sync::Arc;

pub(crate) const VAULT: &str = r#"{"id":81734,"name":"invoices"}"#;

/// The message of the panic in [`panicking`].
const PANIC: &str = "no such row";

/// A router with a few routes. The requests use one of them.
fn router(vault: MethodRouter) -> Router {
    Router::new()
        .route("/", get(async || "vaults"))
        .route("/v1/vaults", get(async || "[]"))
        .route("/v1/vaults/{id}", vault)
        .route("/v1/vaults/{id}/entries", get(async || "[]"))
}

pub(crate) fn success() -> Router {
    let json = HeaderValue::from_static("application/json");
    router(get(move || async { ([(CONTENT_TYPE, json)], VAULT) }))
}

/// The handler returns the error.
pub(crate) fn error(input: &Arc<Input>) -> Router {
    let input = Arc::clone(input);
    router(get(move || async move { error_of(&input) }))
}

/// The handler returns the error with another status code.
pub(crate) fn overridden(input: &Arc<Input>) -> Router {
    let input = Arc::clone(input);
    router(get(move || async move { (StatusCode::LOCKED, error_of(&input)) }))
}

/// The handler chooses the format, without the layer.
pub(crate) fn responding(input: &Arc<Input>) -> Router {
    let input = Arc::clone(input);
    router(get(
        move |request: Request| async move { error_of(&input).respond(request.headers()).map(Body::from) },
    ))
}

/// The handler returns a response that does not carry the error.
pub(crate) fn bare(input: &Arc<Input>) -> Router {
    let input = Arc::clone(input);
    router(get(move || async move { error_of(&input).to_response().map(Body::from) }))
}

/// axum rejects the path.
pub(crate) fn rejecting() -> Router {
    router(get(async |Path(id): Path<u32>| id.to_string().into_response()))
}

pub(crate) fn panicking() -> Router {
    router(get(async || -> Response<Body> { panic::panic_any(PANIC) }))
}

/// Keeps the panics of [`panicking`] from the terminal, which would take most of the time.
pub(crate) fn silence_panics() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if info.payload().downcast_ref() != Some(&PANIC) {
            report(info);
        }
    }));
}

/// Makes the error. The compiler does not know its variant where it becomes a response.
fn error_of(input: &Input) -> VaultError {
    black_box(input.error())
}
