use std::time::Duration;

/// The time limits for clients.
pub(crate) struct Limits {
    /// The time for a body, from the end of the head to the last byte.
    pub(crate) body: Duration,
    /// The time for a connection; after it, the current request gets the same time again to finish.
    pub(crate) connection: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { body: Duration::from_secs(10), connection: Duration::from_secs(5 * 60) }
    }
}
