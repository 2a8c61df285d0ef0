//! Header fields: what HTTP refuses is left out.

use crate::retry_after::RetryAfter;
use http::StatusCode;
use http::header::{HeaderMap, HeaderName, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use std::fmt::{self, Write};

/// Appends a field whose value was checked at compile time.
pub fn append_static_header(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    // A map that is full keeps what it has.
    let _ = headers.try_append(name, value);
}

/// Appends a field unless its value cannot be formatted or is not one line of visible ASCII (RFC 9110, section 5.5).
pub fn append_header<T: fmt::Display + ?Sized>(headers: &mut HeaderMap, name: HeaderName, value: Option<&T>) {
    let Some(value) = value else { return };
    let mut text = String::new();
    if write!(text, "{value}").is_err() || !text.is_ascii() {
        return;
    }
    // White space at either end is not part of a value, and HTTP/2 takes it for a malformed message.
    let value = text.trim_matches([' ', '\t']);
    if let Ok(value) = HeaderValue::from_str(value) {
        append_static_header(headers, name, value);
    }
}

/// Appends a header field that the status code requires, by the rules of [`append_header`].
pub fn append_required_header<T: RequiredHeader + ?Sized>(
    headers: &mut HeaderMap,
    name: HeaderName,
    value: &T,
) {
    append_header(headers, name, Some(value));
}

/// What a header field can be that must not be absent.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a header field that the status code requires",
    label = "expected a type that implements `Display`; an `Option` may hold none"
)]
pub trait RequiredHeader: fmt::Display {}

// Without this the error would be about `Display`, and would not say why an `Option` will not do.
#[diagnostic::do_not_recommend]
impl<T: fmt::Display + ?Sized> RequiredHeader for T {}

/// Appends the challenge of a problem whose status code is in a field, if the code is 401.
pub fn append_challenge(headers: &mut HeaderMap, status: StatusCode, challenge: HeaderValue) {
    if status == StatusCode::UNAUTHORIZED {
        append_static_header(headers, WWW_AUTHENTICATE, challenge);
    }
}

/// Appends `Retry-After` in seconds (RFC 9110, section 10.2.3).
pub fn append_retry_after<T: RetryAfter + ?Sized>(headers: &mut HeaderMap, delay: &T) {
    if let Some(seconds) = delay.seconds() {
        append_static_header(headers, RETRY_AFTER, HeaderValue::from(seconds));
    }
}
