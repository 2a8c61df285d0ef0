//! Parses the elements of `Accept` (RFC 9110, section 12.5.1).

use super::media_type::{name_and_value, split};
use crate::shared::header_fields::is_token;
use http::header::{ACCEPT, HeaderMap, HeaderValue};

/// A media range, as written in the header field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MediaRange<'a> {
    pub(super) main: &'a [u8],
    pub(super) sub: &'a [u8],
    /// Whether it has parameters other than the weight and `charset=utf-8`, which every format satisfies.
    pub(super) has_parameters: bool,
    /// The weight in thousandths.
    pub(super) weight: u16,
}

/// Returns the media ranges of all `Accept` field lines, and ignores elements that are not media ranges.
pub(super) fn media_ranges(headers: &HeaderMap) -> impl Iterator<Item = MediaRange<'_>> {
    let lines = headers.get_all(ACCEPT).iter().map(HeaderValue::as_bytes);
    lines.flat_map(|line| split(line, b',')).filter_map(media_range)
}

fn media_range(element: &[u8]) -> Option<MediaRange<'_>> {
    let mut parts = split(element, b';');
    let mut names = parts.next()?.splitn(2, |byte| *byte == b'/');
    let (main, sub) = (names.next()?, names.next()?);
    let is_range = is_token(main) && is_token(sub) && (main != b"*" || sub == b"*");
    if !is_range {
        return None;
    }
    let mut range = MediaRange { main, sub, has_parameters: false, weight: 1000 };
    for parameter in parts.filter(|parameter| !parameter.is_empty()) {
        let (name, value) = name_and_value(parameter)?;
        if !is_token(name) || !is_value(value) {
            return None;
        }
        // The weight may be in any position: RFC 9110 dropped the extension parameters that used to follow it.
        if name.eq_ignore_ascii_case(b"q") {
            range.weight = weight(value)?;
        } else {
            // All formats are encoded in UTF-8.
            let is_utf8 = name.eq_ignore_ascii_case(b"charset") && value.eq_ignore_ascii_case(b"utf-8");
            range.has_parameters |= !is_utf8;
        }
    }
    Some(range)
}

/// Parses a weight (RFC 9110, section 12.4.2) and returns it in thousandths.
fn weight(value: &[u8]) -> Option<u16> {
    let (whole, fraction) = match value {
        [whole] => (whole, &b""[..]),
        [whole, b'.', fraction @ ..] if fraction.len() <= 3 => (whole, fraction),
        _ => return None,
    };
    let mut weight = 0;
    for digit in [whole].into_iter().chain(fraction).chain(b"000").take(4) {
        weight = 10 * weight + u16::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
    }
    (weight <= 1000).then_some(weight)
}

/// Returns whether a text is a token or a quoted string (RFC 9110, section 5.6.4).
fn is_value(text: &[u8]) -> bool {
    let content = text.strip_prefix(b"\"").and_then(|text| text.strip_suffix(b"\""));
    content.map_or_else(|| is_token(text), is_quotable)
}

/// Returns whether the content of a quoted string has no unescaped quote and does not end within an escape.
fn is_quotable(content: &[u8]) -> bool {
    let mut bytes = content.iter();
    while let Some(byte) = bytes.next() {
        let is_bare = *byte == b'"' || (*byte == b'\\' && bytes.next().is_none());
        if is_bare {
            return false;
        }
    }
    true
}
