//! The time, as something that is handed in: a test moves it instead of sleeping.

use serde::{Deserialize, Serialize};
use std::pin::Pin;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Tells the time, such as `SystemTime::now` does.
pub(crate) trait Clock: Send + Sync + 'static {
    fn now(&self) -> SystemTime;

    /// Waits for a moment, but not longer than a minute: the clock may be set meanwhile, and then it comes sooner.
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
    /// Later than all others.
    pub(crate) const NEVER: Self = Self(u64::MAX);

    pub(super) fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(millis(duration)))
    }

    /// The time since `earlier`, or none if that is in the future.
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
