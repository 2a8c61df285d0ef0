//! The clock. It is passed to the service, so that a test can set it instead of sleeping.

use serde::{Deserialize, Serialize};
use std::pin::Pin;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A source of the current time, such as `SystemTime::now`.
pub(crate) trait Clock: Send + Sync + 'static {
    fn now(&self) -> SystemTime;

    /// Waits until a moment, but for no longer than a minute.
    ///
    /// The limit is needed because the clock may be set forward while this waits.
    fn sleep_until(&self, moment: Timestamp) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        const LONGEST: Duration = Duration::from_secs(60);

        Box::pin(tokio::time::sleep(moment.since(self.now().into()).min(LONGEST)))
    }
}

impl<F: Fn() -> SystemTime + Send + Sync + 'static> Clock for F {
    fn now(&self) -> SystemTime {
        self()
    }
}

/// A moment, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Timestamp(u64);

impl Timestamp {
    /// A moment later than all others.
    pub(crate) const NEVER: Self = Self(u64::MAX);

    pub(super) fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(millis(duration)))
    }

    /// Returns the time since `earlier`, or zero if `earlier` is later than `self`.
    pub(super) fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0))
    }
}

impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        Self(millis(time.duration_since(UNIX_EPOCH).unwrap_or_default()))
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
