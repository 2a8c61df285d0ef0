//! The handlers of all routes.

use super::Vault;
use super::auth::User;
use super::body::{parse_name, parse_secret};
use super::clock::Timestamp;
use super::collection::{Collection, Content, Item};
use super::error::VaultError;
use super::route::Route;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, LOCATION};
use hyper::{Response, StatusCode};
use serde_json::{Value, json};

/// Handles a request from an authenticated user.
///
/// It blocks while it writes the data file, so it must not run on a thread of the async runtime.
pub(super) fn handle(
    Vault { store, .. }: &Vault,
    user: &User,
    route: Route,
    body: &[u8],
    now: Timestamp,
) -> Result<Response<Full<Bytes>>, VaultError> {
    match route {
        Route::ListVaults => Ok(ok(&json!({ "vaults": store.read(|state| list(&state.vaults, user)) }))),
        Route::CreateVault => {
            let name = parse_name(body)?;
            let vault = store.update(now, |state| state.vaults.create(user, name).map(summary))?;
            Ok(created("/v1/vaults", &vault))
        }
        Route::ShowVault { vault } => store.read(|state| {
            let vault = state.vaults.get(user, &vault)?;
            let secrets: Vec<&str> = vault.content.live(now).collect();
            Ok(ok(&json!({ "id": vault.id, "name": vault.name, "secrets": secrets })))
        }),
        Route::DeleteVault { vault } => {
            store.update(now, |state| state.vaults.delete(user, &vault))?;
            Ok(no_content())
        }
        Route::ReadSecret { vault, path } => {
            let kept = store.read(|state| state.peek_secret(user, &vault, &path, now).cloned())?;
            let value = match kept.max_access_count {
                Some(_) => store.update(now, |state| state.access_secret(user, &vault, &path, now))?,
                None => kept.value,
            };
            Ok(secret(path.as_str(), &value))
        }
        Route::PeekSecret { vault, path } => store.read(|state| {
            let kept = state.peek_secret(user, &vault, &path, now)?;
            Ok(secret(path.as_str(), &kept.value))
        }),
        Route::PutSecret { vault, path } => {
            let kept = parse_secret(body, now)?;
            store.update(now, |state| state.put_secret(user, &vault, &path, kept, now))?;
            Ok(no_content())
        }
        Route::DeleteSecret { vault, path } => {
            store.update(now, |state| state.delete_secret(user, &vault, &path, now))?;
            Ok(no_content())
        }
        Route::ListAgents => Ok(ok(&json!({ "agents": store.read(|state| list(&state.agents, user)) }))),
        Route::CreateAgent => {
            let name = parse_name(body)?;
            let agent = store.update(now, |state| state.agents.create(user, name).map(summary))?;
            Ok(created("/v1/agents", &agent))
        }
        Route::ShowAgent { agent } => {
            store.read(|state| state.agents.get(user, &agent).map(|agent| ok(&summary(agent))))
        }
        Route::DeleteAgent { agent } => {
            store.update(now, |state| state.agents.delete(user, &agent))?;
            Ok(no_content())
        }
    }
}

fn list<T: Content>(collection: &Collection<T>, user: &User) -> Value {
    collection.of(user).map(summary).collect()
}

fn summary<T>(item: &Item<T>) -> Value {
    json!({ "id": item.id, "name": item.name })
}

fn secret(path: &str, value: &str) -> Response<Full<Bytes>> {
    let mut response = ok(&json!({ "path": path, "value": value }));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn ok(body: &Value) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::from(body.to_string()));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

fn created(collection: &str, item: &Value) -> Response<Full<Bytes>> {
    let mut response = ok(item);
    *response.status_mut() = StatusCode::CREATED;
    let location = item["id"].as_str().map(|id| HeaderValue::try_from(format!("{collection}/{id}")));
    if let Some(Ok(location)) = location {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

fn no_content() -> Response<Full<Bytes>> {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::NO_CONTENT;
    response
}
