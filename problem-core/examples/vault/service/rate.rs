use super::clock::Timestamp;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How many requests a user can send at once after a quiet time.
pub(super) const BURST: u32 = 50;

/// How long it takes until one more request is allowed.
const INTERVAL: Duration = Duration::from_secs(1);

/// A rate limiter with an allowance for each user, by the generic cell rate algorithm.
#[derive(Default)]
pub(super) struct RateLimiter {
    /// The time from which each user has the full allowance again.
    earned_at: Mutex<HashMap<&'static str, Timestamp>>,
}

impl RateLimiter {
    /// Counts one more request, or returns how long to wait before the next one.
    pub(super) fn admit(&self, user: &'static str, now: Timestamp) -> Result<(), Duration> {
        let allowance = INTERVAL * BURST;
        let mut earned_at = self.earned_at.lock().unwrap_or_else(PoisonError::into_inner);
        let user_earned_at = earned_at.entry(user).or_insert(now);
        // The upper bound is needed if the clock was set back.
        let next = (*user_earned_at).clamp(now, now.plus(allowance)).plus(INTERVAL);
        let wait = next.since(now).saturating_sub(allowance);
        if !wait.is_zero() {
            return Err(wait);
        }
        *user_earned_at = next;
        Ok(())
    }
}
