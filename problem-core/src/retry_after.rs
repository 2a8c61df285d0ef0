//! The header field `Retry-After` (RFC 9110, section 10.2.3), read and written.

use http::header::{DATE, HeaderMap, HeaderValue, RETRY_AFTER};
use httpdate::HttpDate;
use std::time::{Duration, SystemTime};

/// Returns the time to wait according to `Retry-After`, which holds seconds or a date.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    match read(headers)? {
        Time::Delay(delay) => Some(delay),
        Time::Date(date) => {
            // A date counts from the server's `Date` if there is one, because the two clocks may differ.
            let now = date_of_response(headers).unwrap_or_else(SystemTime::now);
            Some(date.duration_since(now).unwrap_or_default())
        }
    }
}

/// Returns the point in time according to `Retry-After`, which holds seconds or a date.
fn retry_at(headers: &HeaderMap) -> Option<SystemTime> {
    match read(headers)? {
        Time::Delay(delay) => date_of_response(headers).unwrap_or_else(SystemTime::now).checked_add(delay),
        Time::Date(date) => Some(date),
    }
}

enum Time {
    Delay(Duration),
    Date(SystemTime),
}

fn read(headers: &HeaderMap) -> Option<Time> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number beyond `u64` means forever in practice.
        return Some(Time::Delay(Duration::from_secs(text.parse().unwrap_or(u64::MAX))));
    }
    httpdate::parse_http_date(text).ok().map(Time::Date)
}

fn date_of_response(headers: &HeaderMap) -> Option<SystemTime> {
    httpdate::parse_http_date(headers.get(DATE)?.to_str().ok()?.trim()).ok()
}

/// A type that a `retry_after` field can have.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as `Retry-After`",
    label = "expected a `Duration`, a `SystemTime`, an unsigned number of seconds, or an `Option` of these"
)]
pub trait RetryAfter {
    /// Returns the value of the header field, or `None` if no field is sent.
    fn value(&self) -> Option<HeaderValue>;
}

impl RetryAfter for Duration {
    /// Rounds up, because a client that returns too early is rejected again.
    fn value(&self) -> Option<HeaderValue> {
        Some(HeaderValue::from(whole_seconds(*self)))
    }
}

impl RetryAfter for SystemTime {
    /// Rounds up, as for a `Duration`. A date before 1970 or after 9999 cannot be written.
    fn value(&self) -> Option<HeaderValue> {
        let seconds = whole_seconds(self.duration_since(Self::UNIX_EPOCH).ok()?);
        let date =
            Self::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)).filter(|_| seconds <= MAX_DATE)?;
        HeaderValue::try_from(HttpDate::from(date).to_string()).ok()
    }
}

/// The end of the year 9999, in seconds since 1970.
const MAX_DATE: u64 = 253_402_300_799;

fn whole_seconds(duration: Duration) -> u64 {
    duration.as_secs().saturating_add(u64::from(duration.subsec_nanos() > 0))
}

impl<T: RetryAfter> RetryAfter for Option<T> {
    fn value(&self) -> Option<HeaderValue> {
        self.as_ref().and_then(T::value)
    }
}

impl<T: RetryAfter + ?Sized> RetryAfter for &T {
    fn value(&self) -> Option<HeaderValue> {
        (**self).value()
    }
}

/// A type that a `retry_after` field can be read as.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from `Retry-After`",
    label = "expected a `Duration`, a `SystemTime`, an unsigned number of seconds, or an `Option` of these"
)]
pub trait ReadRetryAfter: Sized {
    /// Reads `Retry-After`, or returns `None` if it is absent or if this type cannot hold it.
    fn read(headers: Option<&HeaderMap>) -> Option<Self>;
}

impl ReadRetryAfter for Duration {
    fn read(headers: Option<&HeaderMap>) -> Option<Self> {
        retry_after(headers?)
    }
}

impl ReadRetryAfter for SystemTime {
    fn read(headers: Option<&HeaderMap>) -> Option<Self> {
        retry_at(headers?)
    }
}

impl<T: ReadRetryAfter> ReadRetryAfter for Option<T> {
    fn read(headers: Option<&HeaderMap>) -> Option<Self> {
        Some(T::read(headers))
    }
}

macro_rules! number_of_seconds {
    ($($ty:ty),*) => {$(
        impl RetryAfter for $ty {
            fn value(&self) -> Option<HeaderValue> {
                u64::try_from(*self).ok().map(HeaderValue::from)
            }
        }

        impl ReadRetryAfter for $ty {
            fn read(headers: Option<&HeaderMap>) -> Option<Self> {
                Self::try_from(whole_seconds(retry_after(headers?)?)).ok()
            }
        }
    )*};
}

number_of_seconds!(u8, u16, u32, u64, u128, usize);
