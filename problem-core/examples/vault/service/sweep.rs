//! Lets go of secrets when their time is over, whether or not anybody asks for them.

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

/// How long to wait after a failure.
const RETRY: Duration = Duration::from_secs(60);

/// Wakes when the next secret expires, or when a change may have brought one that expires sooner.
pub(super) async fn sweep(vault: Arc<Vault>) -> Infallible {
    loop {
        let next = sweep_once(Arc::clone(&vault)).await;
        either(vault.clock.sleep_until(next), vault.store.changed()).await;
    }
}

/// Says when to come back.
async fn sweep_once(vault: Arc<Vault>) -> Timestamp {
    let store = Arc::clone(&vault);
    let error = match spawn_blocking(move || store.store.sweep(store.now())).await {
        Ok(Ok(next_expiry)) => return next_expiry,
        Ok(Err(error)) => chain(&error),
        Err(error) => chain(&error),
    };
    vault.log.line(&format!("secrets that have expired are still in the file: {error}"));
    vault.now().plus(RETRY)
}

/// Waits for the first of the two.
async fn either(one: impl Future<Output = ()>, other: impl Future<Output = ()>) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    poll_fn(|context| match (one.as_mut().poll(context), other.as_mut().poll(context)) {
        (Poll::Pending, Poll::Pending) => Poll::Pending,
        _ => Poll::Ready(()),
    })
    .await;
}
