//! Pointers to values in a JSON document, as fragments of a URI (RFC 6901, section 6).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::borrow::Cow;
use std::fmt::Write;

/// A step on the path from the root of a document to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step<'a> {
    /// To the member of an object.
    Name(&'a str),
    /// To the item of an array. The index of the first item is 0.
    Index(usize),
}

/// All characters except those that a fragment may contain (RFC 3986, section 3.5).
///
/// A `~` or `/` within a name is escaped first, as JSON Pointer requires.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@')
    .remove(b'?');

pub(super) fn write<'a>(path: impl IntoIterator<Item = Step<'a>>) -> String {
    let mut pointer = String::from("#");
    for step in path {
        pointer.push('/');
        match step {
            Step::Name(name) => push_name(&mut pointer, name),
            Step::Index(index) => {
                let _ = write!(pointer, "{index}");
            }
        }
    }
    pointer
}

/// Renames the members that a pointer names.
pub(super) fn rename(pointer: &str, rename: impl Fn(&str) -> Cow<'_, str>) -> String {
    let mut renamed = String::with_capacity(pointer.len());
    for (index, token) in pointer.split('/').enumerate() {
        if index == 0 {
            renamed.push_str(token);
            continue;
        }
        renamed.push('/');
        if is_index(token) {
            renamed.push_str(token);
        } else {
            push_name(&mut renamed, &rename(&name(token)));
        }
    }
    renamed
}

fn push_name(pointer: &mut String, name: &str) {
    for part in name.split_inclusive(['~', '/']) {
        let (plain, escaped) = match part.as_bytes().last() {
            Some(b'~') => (&part[..part.len() - 1], "~0"),
            Some(b'/') => (&part[..part.len() - 1], "~1"),
            _ => (part, ""),
        };
        pointer.extend(utf8_percent_encode(plain, ENCODED));
        pointer.push_str(escaped);
    }
}

/// Decodes the name in a token of a pointer.
fn name(token: &str) -> String {
    let decoded: Vec<_> = percent_decode_str(token).collect();
    // In this order, so that `~01` stands for `~1` (RFC 6901, section 4).
    String::from_utf8_lossy(&decoded).replace("~1", "/").replace("~0", "~")
}

fn is_index(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit())
}
