//! The header field `Retry-After` (RFC 9110, section 10.2.3), read and written.

use http::header::{DATE, HeaderMap, RETRY_AFTER};
use std::time::{Duration, SystemTime};

/// Returns the time to wait according to `Retry-After`, which holds seconds or a date (RFC 9110, section 10.2.3).
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number beyond `u64` means forever in practice.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    // A date counts from the server's `Date` if there is one, because the two clocks may differ.
    let sent = headers.get(DATE).and_then(|date| httpdate::parse_http_date(date.to_str().ok()?.trim()).ok());
    Some(date.duration_since(sent.unwrap_or_else(SystemTime::now)).unwrap_or_default())
}

/// A type that a `retry_after` field can have.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as `Retry-After`",
    label = "expected a `Duration`, an unsigned number of seconds, or an `Option` of these"
)]
pub trait RetryAfter {
    /// Returns the time to wait in whole seconds, or `None` if no field is sent.
    fn seconds(&self) -> Option<u64>;
}

impl RetryAfter for Duration {
    /// Rounds up, because a client that returns too early is rejected again.
    fn seconds(&self) -> Option<u64> {
        Some(self.as_secs().saturating_add(u64::from(self.subsec_nanos() > 0)))
    }
}

impl<T: RetryAfter> RetryAfter for Option<T> {
    fn seconds(&self) -> Option<u64> {
        self.as_ref().and_then(T::seconds)
    }
}

impl<T: RetryAfter + ?Sized> RetryAfter for &T {
    fn seconds(&self) -> Option<u64> {
        (**self).seconds()
    }
}

/// A type that a `retry_after` field can be read as.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from `Retry-After`",
    label = "expected a `Duration`, an unsigned number of seconds, or an `Option` of these"
)]
pub trait ReadRetryAfter: Sized {
    /// Converts the time to wait, or returns `None` if this type cannot hold it.
    fn read(delay: Option<Duration>) -> Option<Self>;
}

impl ReadRetryAfter for Duration {
    fn read(delay: Option<Duration>) -> Option<Self> {
        delay
    }
}

impl<T: ReadRetryAfter> ReadRetryAfter for Option<T> {
    fn read(delay: Option<Duration>) -> Option<Self> {
        Some(T::read(delay))
    }
}

macro_rules! number_of_seconds {
    ($($ty:ty),*) => {$(
        impl RetryAfter for $ty {
            fn seconds(&self) -> Option<u64> {
                u64::try_from(*self).ok()
            }
        }

        impl ReadRetryAfter for $ty {
            fn read(delay: Option<Duration>) -> Option<Self> {
                Self::try_from(delay?.seconds()?).ok()
            }
        }
    )*};
}

number_of_seconds!(u8, u16, u32, u64, u128, usize);
