use std::time::Duration;

/// How long a client may draw things out.
pub(crate) struct Limits {
    /// A body, from the end of the head to its last byte.
    pub(crate) body: Duration,
    /// A connection, before it gets as long again for the request at hand.
    pub(crate) connection: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { body: Duration::from_secs(10), connection: Duration::from_secs(5 * 60) }
    }
}
