//! Appends header fields, and leaves out those that HTTP does not allow.

use crate::retry_after::RetryAfter;
use http::StatusCode;
use http::header::{HeaderMap, HeaderName, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use std::fmt::{self, Write};

/// The header fields that describe a body and do not apply to another one, in lower case.
///
/// With a wrong `Content-Length`, the client would not get a response at all.
#[cfg(any(feature = "actix-web-4", feature = "poem-3", feature = "salvo-1", feature = "tower"))]
pub(crate) const BODY_FIELDS: &[&str] = &[
    "accept-ranges",
    "content-digest",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    "content-range",
    "content-type",
    "digest",
    "etag",
    "last-modified",
    "repr-digest",
    "trailer",
    "transfer-encoding",
];

/// Removes the header fields that describe a body, except those in `kept`.
#[cfg(any(feature = "poem-3", feature = "salvo-1", feature = "tower"))]
pub(crate) fn remove_body_fields(headers: &mut HeaderMap, kept: &[HeaderName]) {
    let is_removed = |name: &HeaderName| !kept.contains(name) && BODY_FIELDS.contains(&name.as_str());
    // Only names that occur are removed, since a removal by text parses the name first.
    while let Some(name) = headers.keys().find(|name| is_removed(name)) {
        let name = name.clone();
        headers.remove(name);
    }
}

/// Appends a header field whose value is known to be valid.
pub fn append_valid_header(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    // If the map is full, the field is left out. `append` would panic.
    let _ = headers.try_append(name, value);
}

/// Appends a header field, if it has a value.
///
/// The field is left out if formatting fails, or if the text is not a single line of visible ASCII (RFC 9110, section
/// 5.5).
pub fn append_header<T: fmt::Display + ?Sized>(headers: &mut HeaderMap, name: HeaderName, value: Option<&T>) {
    let Some(value) = value else { return };
    let mut text = String::new();
    if write!(text, "{value}").is_err() || !text.is_ascii() {
        return;
    }
    // White space at either end is not part of the value, and it makes an HTTP/2 message malformed.
    let value = text.trim_matches([' ', '\t']);
    if let Ok(value) = HeaderValue::from_str(value) {
        append_valid_header(headers, name, value);
    }
}

/// Appends a header field that the status code requires, under the same rules as [`append_header`].
pub fn append_required_header<T: RequiredHeader + ?Sized>(
    headers: &mut HeaderMap,
    name: HeaderName,
    value: &T,
) {
    append_header(headers, name, Some(value));
}

/// A type that can be the value of a header field that must not be absent.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of a header field that the status code requires",
    label = "expected a type that implements `Display`; an `Option` may be `None`"
)]
pub trait RequiredHeader: fmt::Display {}

// Without this attribute, the error would be about `Display` and would not explain why an `Option` is rejected.
#[diagnostic::do_not_recommend]
impl<T: fmt::Display + ?Sized> RequiredHeader for T {}

/// Appends the challenge of a problem that takes its status code from a field, if the code is 401.
pub fn append_challenge(headers: &mut HeaderMap, status: StatusCode, challenge: HeaderValue) {
    if status == StatusCode::UNAUTHORIZED {
        append_valid_header(headers, WWW_AUTHENTICATE, challenge);
    }
}

/// Appends the challenge of an enum to a 401 whose own challenge is absent.
pub fn append_fallback_challenge(headers: &mut HeaderMap, status: StatusCode, challenge: HeaderValue) {
    if !headers.contains_key(WWW_AUTHENTICATE) {
        append_challenge(headers, status, challenge);
    }
}

/// Appends the fields of `added`, except those with a name that `headers` has already.
pub fn append_absent(headers: &mut HeaderMap, mut added: HeaderMap) {
    for name in headers.keys() {
        added.remove(name);
    }
    // `drain` gives the name only with the first of several values.
    let mut current = None;
    for (name, value) in added.drain() {
        current = name.or(current);
        if let Some(name) = &current {
            append_valid_header(headers, name.clone(), value);
        }
    }
}

/// Appends `Retry-After` (RFC 9110, section 10.2.3).
pub fn append_retry_after<T: RetryAfter + ?Sized>(headers: &mut HeaderMap, time: &T) {
    if let Some(value) = time.value() {
        append_valid_header(headers, RETRY_AFTER, value);
    }
}
