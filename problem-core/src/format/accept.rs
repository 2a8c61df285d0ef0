//! Parses the elements of `Accept` (RFC 9110, section 12.5.1).

use super::media_type::{name_and_value, separator, split};
use crate::shared::header_fields::{is_token, is_token_byte};

/// A media range that may match a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MediaRange<T> {
    /// The types that the range matches.
    pub(super) types: T,
    /// Whether it has parameters other than the weight and `charset=utf-8`, which every format satisfies.
    pub(super) has_parameters: bool,
    /// The weight in thousandths.
    pub(super) weight: u16,
}

/// Passes each media range of a field line to `note`, and ignores elements that are not media ranges.
///
/// `types` receives each range without its parameters, as a whole and as its type and subtype. If it returns `None`, the
/// range is skipped.
///
/// Nearly all elements consist of a type and a weight, without a quotation, and are read in one pass over their bytes.
/// Any other element is read again, by [`parameters`].
#[inline]
pub(super) fn media_ranges<T>(
    line: &[u8],
    types: impl Fn(&[u8], &[u8], &[u8]) -> Option<T>,
    mut note: impl FnMut(MediaRange<T>),
) {
    let mut rest = line;
    loop {
        let element = trim_start(rest);
        let (main, after) = main_type(element);
        rest = after;
        if let [b'/', after @ ..] = after {
            let (sub, after) = leading_token(after);
            rest = after;
            let is_range = !main.is_empty() && !sub.is_empty() && (main != b"*" || sub == b"*");
            let essence = &element[..main.len() + 1 + sub.len()];
            if let Some(types) = is_range.then(|| types(essence, main, sub)).flatten() {
                let parameters = match simple_weight(after) {
                    Some((weight, after)) => {
                        rest = after;
                        weight.map(|weight| (false, weight))
                    }
                    None => parameters(element, essence.len()),
                };
                if let Some((has_parameters, weight)) = parameters {
                    note(MediaRange { types, has_parameters, weight });
                }
            }
        }
        match after_comma(rest) {
            Some(next) => rest = next,
            None => return,
        }
    }
}

/// Returns the token at the start of a text, and the text after it.
///
/// Comparing the types that most ranges have is faster than looking at each byte.
#[inline]
fn main_type(text: &[u8]) -> (&[u8], &[u8]) {
    let starts_with = |name: &[u8]| text.starts_with(name);
    let length = if starts_with(b"application/") {
        b"application".len()
    } else if starts_with(b"text/") {
        b"text".len()
    } else if starts_with(b"*/") {
        b"*".len()
    } else if starts_with(b"image/") {
        b"image".len()
    } else {
        return leading_token(text);
    };
    text.split_at(length)
}

/// Returns the token at the start of a text, which may be empty, and the text after it.
#[inline]
fn leading_token(text: &[u8]) -> (&[u8], &[u8]) {
    let mut length = 0;
    while length < text.len() && IS_TOKEN_BYTE[usize::from(text[length])] {
        length += 1;
    }
    text.split_at(length)
}

/// Whether each byte can be part of a token.
static IS_TOKEN_BYTE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[allow(clippy::cast_possible_truncation, reason = "it is below 256")]
        {
            table[byte] = is_token_byte(byte as u8);
        }
        byte += 1;
    }
    table
};

#[inline]
fn trim_start(mut text: &[u8]) -> &[u8] {
    while let [b' ' | b'\t', rest @ ..] = text {
        text = rest;
    }
    text
}

/// Reads the end of an element that has no parameters except a weight.
///
/// Returns the weight, which is `None` if it is malformed, and the text after the element.
/// Returns `None` for any other element.
#[inline]
fn simple_weight(text: &[u8]) -> Option<(Option<u16>, &[u8])> {
    let mut rest = trim_start(text);
    let mut thousandths = Some(1000);
    if let [b';', parameter @ ..] = rest {
        let [b'q' | b'Q', b'=', value @ ..] = trim_start(parameter) else { return None };
        let (value, after) = leading_token(value);
        thousandths = weight(value);
        rest = trim_start(after);
    }
    matches!(rest, [] | [b',', ..]).then_some((thousandths, rest))
}

/// Returns the text after the first comma outside of quoted text, or `None` if there is none.
#[inline]
fn after_comma(text: &[u8]) -> Option<&[u8]> {
    let mut rest = text;
    loop {
        match rest {
            [] => return None,
            [b',', after @ ..] => return Some(after),
            [b'"', ..] => break,
            [_, after @ ..] => rest = after,
        }
    }
    let comma = rest.iter().position(separator(b','))?;
    Some(&rest[comma + 1..])
}

/// Reads the parameters of the element that a text begins with, after a type and a subtype of the given length.
///
/// Returns whether it has parameters that matter, and its weight, or `None` if the element is not a media range.
#[cold]
fn parameters(text: &[u8], essence_length: usize) -> Option<(bool, u16)> {
    let mut parts = split(split(text, b',').next()?, b';');
    if parts.next()?.len() != essence_length {
        return None;
    }
    let (mut has_parameters, mut thousandths) = (false, 1000);
    for parameter in parts.filter(|parameter| !parameter.is_empty()) {
        let (name, value) = name_and_value(parameter)?;
        if !is_token(name) || !is_value(value) {
            return None;
        }
        // The weight may be in any position: RFC 9110 dropped the extension parameters that used to follow it.
        if name.eq_ignore_ascii_case(b"q") {
            thousandths = weight(value)?;
        } else {
            // All formats are encoded in UTF-8.
            let is_utf8 = name.eq_ignore_ascii_case(b"charset") && value.eq_ignore_ascii_case(b"utf-8");
            has_parameters |= !is_utf8;
        }
    }
    Some((has_parameters, thousandths))
}

/// Parses a weight (RFC 9110, section 12.4.2) and returns it in thousandths.
fn weight(value: &[u8]) -> Option<u16> {
    let (whole, fraction) = match value {
        [whole] => (whole, &b""[..]),
        [whole, b'.', fraction @ ..] if fraction.len() <= 3 => (whole, fraction),
        _ => return None,
    };
    let digit = |byte: &u8| Some(u16::from(byte.checked_sub(b'0').filter(|digit| *digit < 10)?));
    let mut weight = digit(whole)? * 1000;
    for (byte, unit) in fraction.iter().zip([100, 10, 1]) {
        weight += digit(byte)? * unit;
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
