//! Drops secrets when they expire, even if nobody asks for them.

use super::Vault;
use super::clock::Timestamp;
use super::error::chain;
use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;
use tokio::task::spawn_blocking;

/// How long to wait after an error.
const RETRY: Duration = Duration::from_secs(60);

/// Drops expired secrets, forever. It wakes when the next secret expires, and after each change, because a change may
/// add a secret that expires sooner.
pub(super) async fn sweep(vault: Arc<Vault>) -> Infallible {
    loop {
        let next = sweep_once(Arc::clone(&vault)).await;
        either(vault.clock.sleep_until(next), vault.store.changed()).await;
    }
}

/// Drops expired secrets, and returns when to do so again.
async fn sweep_once(vault: Arc<Vault>) -> Timestamp {
    let store = Arc::clone(&vault);
    let error = match spawn_blocking(move || store.store.sweep(store.now())).await {
        Ok(Ok(next_expiry)) => return next_expiry,
        Ok(Err(error)) => chain(&error),
        Err(error) => chain(&error),
    };
    vault.log.line(&format!("expired secrets are still in the file: {error}"));
    vault.now().plus(RETRY)
}

/// Waits until one of the two futures is ready.
async fn either(one: impl Future<Output = ()>, other: impl Future<Output = ()>) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    poll_fn(|context| match (one.as_mut().poll(context), other.as_mut().poll(context)) {
        (Poll::Pending, Poll::Pending) => Poll::Pending,
        _ => Poll::Ready(()),
    })
    .await;
}
