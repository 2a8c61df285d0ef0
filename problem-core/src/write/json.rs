//! Writes problems as JSON, straight into one buffer.

use super::occurrence::{write_detail, write_instance};
use crate::shared::escape::{escape, is_plain, marks, needs_escape};
use crate::{Members, Problem, ProblemType};
use bytes::Bytes;

/// The part of an occurrence's body that the derive has written at compile time.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Constant {
    /// Nothing beyond the problem type.
    Nothing,
    /// The object from its opening brace to the end of `detail`.
    Detail(&'static str),
    /// The whole object.
    Body(&'static str),
}

impl Constant {
    /// Returns the constant to use when more members follow: a complete body no longer fits.
    #[must_use]
    pub const fn without_body(self) -> Self {
        match self {
            Self::Body(_) => Self::Nothing,
            other => other,
        }
    }
}

/// The initial capacity of a buffer for JSON in bytes. Most bodies fit in it.
pub(super) const CAPACITY: usize = 256;

/// Returns the body of an occurrence of `problem_type`.
pub(crate) fn body<P: Problem + ?Sized>(problem: &P, problem_type: ProblemType<'_>) -> Bytes {
    let constant = problem.__constant();
    if let Constant::Body(body) = constant {
        return Bytes::from_static(body.as_bytes());
    }
    let mut json = Vec::with_capacity(CAPACITY);
    if let Constant::Detail(members) = constant {
        json.extend_from_slice(members.as_bytes());
    } else {
        write_type(&mut json, problem_type);
        json.extend_from_slice(b",\"detail\":\"");
        let start = json.len();
        write_detail(&mut json, problem, problem_type);
        escape_from(&mut json, start);
        json.push(b'"');
    }
    let before = json.len();
    json.extend_from_slice(b",\"instance\":\"");
    if write_instance(&mut json, problem) {
        // No character of a URI reference needs to be escaped in JSON.
        json.push(b'"');
    } else {
        json.truncate(before);
    }
    problem.write_extensions(&mut Members::new(&mut json));
    json.push(b'}');
    Bytes::from(json)
}

fn write_type(json: &mut Vec<u8>, problem_type: ProblemType<'_>) {
    if let Some(members) = problem_type.json() {
        json.extend_from_slice(members.as_bytes());
        return;
    }
    json.extend_from_slice(b"{\"type\":\"");
    escape(json, problem_type.type_uri());
    json.extend_from_slice(b"\",\"title\":\"");
    escape(json, problem_type.title());
    json.extend_from_slice(b"\",\"status\":");
    json.extend_from_slice(problem_type.status().as_str().as_bytes());
}

/// Escapes the part of `json` from `start` on.
///
/// Most texts need no escaping, so one check of the whole text is faster than a check of each formatted piece.
pub(crate) fn escape_from(json: &mut Vec<u8>, start: usize) {
    if !is_plain(&json[start..]) {
        escape_tail(json, start);
    }
}

#[cold]
fn escape_tail(json: &mut Vec<u8>, start: usize) {
    let mut short = [0; 256];
    match short.get_mut(..json.len() - start) {
        // Without an allocation.
        Some(text) => {
            text.copy_from_slice(&json[start..]);
            json.truncate(start);
            escape(json, text);
        }
        None => {
            let text = json.split_off(start);
            escape(json, text);
        }
    }
}

/// Returns the length of the string that a JSON text begins with, including its quotes.
///
/// If the string does not end, this is the length of the whole text.
pub(crate) fn string_length(json: &[u8]) -> usize {
    let mut position = 1;
    while let Some(rest) = json.get(position..) {
        position += plain_length(rest);
        position += match json.get(position) {
            Some(b'"') => return position + 1,
            Some(b'\\') => 2,
            Some(_) => 1,
            None => break,
        };
    }
    json.len()
}

/// Returns the length of the text before the first quotation mark, backslash or control character.
#[inline]
pub(crate) fn plain_length(text: &[u8]) -> usize {
    let mut rest = text;
    loop {
        for _ in 0..WORDS_IN_BLOCK {
            let Some((word, after)) = rest.split_first_chunk() else {
                let end = rest.iter().position(|byte| needs_escape(*byte)).unwrap_or(rest.len());
                return text.len() - rest.len() + end;
            };
            let marks = marks(u64::from_le_bytes(*word));
            if marks != 0 {
                return text.len() - rest.len() + marks.trailing_zeros() as usize / 8;
            }
            rest = after;
        }
        // Whole blocks take less time than as many words, but most strings are shorter.
        while let Some((block, after)) = rest.split_first_chunk::<{ 8 * WORDS_IN_BLOCK }>() {
            if !is_plain(block) {
                break;
            }
            rest = after;
        }
    }
}

/// How many words are looked at before longer blocks.
const WORDS_IN_BLOCK: usize = 16;

#[cfg(test)]
mod tests {
    use super::escape_from;
    use crate::shared::escape::escape;

    /// Every byte, at every position within a word, in texts of up to two blocks.
    #[test]
    fn text_is_escaped_as_by_serde_json() {
        for char in (0..0x80_u8).map(char::from).chain(['é', '日', '😀', '\u{80}', '\u{a2}', '\u{5c22}'])
        {
            for before in (0..18).chain(58..70).chain(124..134) {
                for after in [0, 1, 2, 3, 4, 7, 30, 70] {
                    let text = format!("{}{char}{}{char}", "a".repeat(before), "é".repeat(after));
                    let mut json = b"\"".to_vec();
                    escape(&mut json, &text);
                    json.push(b'"');
                    let expected = serde_json::to_vec(&text).unwrap();
                    assert_eq!(json, expected, "{text:?}");
                    let mut in_place = format!("\"{text}").into_bytes();
                    escape_from(&mut in_place, 1);
                    assert_eq!(in_place, expected[..expected.len() - 1], "{text:?}");
                }
            }
        }
    }
}
