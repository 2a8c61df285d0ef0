//! Rewrites JSON text so that serde_json reads it by the rules of this crate.

use crate::members::JSON_TEXT;
use crate::shared::escape::{HIGH_BITS, equal_to};
use crate::write::json::string_length;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, Visitor};
use serde_json::Value;
use std::fmt;

/// Replaces the `$` of each name that serde_json reserves for itself with `_`.
///
/// Returns `None` if there are no such names.
///
/// With its feature `arbitrary_precision`, serde_json reads an object with such a name as a number.
/// With `raw_value`, it reads the object as JSON within JSON, which can be nested without limit.
/// Any crate in the build may enable these features.
pub(super) fn disarm_private_names(json: &str) -> Option<String> {
    if !has_dollar_or_backslash(json.as_bytes()) {
        return None;
    }
    // The first character can also be written as an escape.
    if !json.contains('$') && !json.contains("\\u0024") {
        return None;
    }
    replace_tokens(json, |token, is_name| {
        let name = serde_json::from_str::<String>(token).ok().filter(|_| is_name)?;
        let rest = name.strip_prefix('$').filter(|_| name.starts_with(JSON_TEXT))?;
        serde_json::to_string(&format!("_{rest}")).ok()
    })
}

/// Returns whether a text has one of two characters, without which no name has to be replaced.
///
/// One search for both takes less time than a search for either.
fn has_dollar_or_backslash(text: &[u8]) -> bool {
    let mut rest = text;
    let mut marks = 0;
    while let Some((word, after)) = rest.split_first_chunk() {
        let word = u64::from_le_bytes(*word);
        marks |= equal_to(word, b'$') | equal_to(word, b'\\');
        rest = after;
    }
    marks & HIGH_BITS != 0 || rest.iter().any(|byte| matches!(byte, b'$' | b'\\'))
}

/// Replaces the tokens that are valid JSON but that no value can hold.
///
/// Returns `None` if there are no such tokens.
///
/// These are numbers such as `1e400` and strings with half of a surrogate pair, such as `"\ud83d"` (RFC 8259,
/// sections 6 and 8.2). serde_json rejects a whole text because of a single one.
/// A value becomes `null`. In a name, the half becomes U+FFFD.
pub(crate) fn replace_unrepresentable(json: &str) -> Option<String> {
    replace_tokens(json, |token, is_name| {
        // serde_json rejects anything that is not a JSON token, so leave it as it is.
        let is_unrepresentable = serde_json::from_str::<Value>(token).is_err()
            && serde_json::from_str::<IgnoredAny>(token).is_ok();
        is_unrepresentable
            .then(|| repair_name(token).filter(|_| is_name).unwrap_or_else(|| "null".to_owned()))
    })
}

/// Returns the string with U+FFFD in place of each half of a surrogate pair.
fn repair_name(token: &str) -> Option<String> {
    let RawString(name) = serde_json::from_str(token).ok()?;
    let chunks = name.utf8_chunks();
    // Such a half is three bytes of invalid UTF-8, each in its own chunk; replace the first and drop the others.
    let text: String = chunks
        .flat_map(|chunk| [chunk.valid(), if chunk.invalid() == [0xed] { "\u{fffd}" } else { "" }])
        .collect();
    serde_json::to_string(&text).ok()
}

/// A string as bytes: serde_json does not reject half of a surrogate pair there.
struct RawString(Vec<u8>);

impl<'de> Deserialize<'de> for RawString {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(RawStringVisitor)
    }
}

struct RawStringVisitor;

impl Visitor<'_> for RawStringVisitor {
    type Value = RawString;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<RawString, E> {
        Ok(RawString(bytes.to_owned()))
    }
}

/// Replaces some tokens of a text; returns `None` if nothing is replaced.
///
/// It calls `replacement` for each string and each number; the second argument is whether a colon follows.
/// Everything else stays as it is, so an invalid text stays invalid.
fn replace_tokens(json: &str, replacement: impl Fn(&str, bool) -> Option<String>) -> Option<String> {
    let mut replaced = String::new();
    let (mut copied, mut position) = (0, 0);
    while let Some(char) = json[position..].chars().next() {
        let end = position + token_length(&json[position..], char);
        if char == '"' || is_number_char(char) {
            let is_name = json[end..].trim_ascii_start().starts_with(':');
            if let Some(other) = replacement(&json[position..end], is_name) {
                replaced.push_str(&json[copied..position]);
                replaced.push_str(&other);
                copied = end;
            }
        }
        position = end;
    }
    (copied > 0).then(|| replaced + &json[copied..])
}

/// Returns the length of the string, the number or the single character at the start of a text.
fn token_length(json: &str, first: char) -> usize {
    match first {
        '"' => string_length(json.as_bytes()),
        char if is_number_char(char) => json.find(|char| !is_number_char(char)).unwrap_or(json.len()),
        char => char.len_utf8(),
    }
}

fn is_number_char(char: char) -> bool {
    char.is_ascii_digit() || matches!(char, '+' | '-' | '.' | 'e' | 'E')
}

#[cfg(test)]
mod tests {
    use super::{disarm_private_names, replace_unrepresentable};

    #[test]
    fn names() {
        for (json, expected) in [
            (r#"{"$serde_json::private::Number":"1"}"#, r#"{"_serde_json::private::Number":"1"}"#),
            (r#"{"$serde_json::private::" : 1}"#, r#"{"_serde_json::private::" : 1}"#),
            (r#"[{"\u0024serde_json::priv\u0061te::é\n":1}]"#, r#"[{"_serde_json::private::é\n":1}]"#),
        ] {
            assert_eq!(disarm_private_names(json).as_deref(), Some(expected), "{json}");
        }
        for json in [
            r#"{"a":"$serde_json::private::Number"}"#,
            r#"{"$serde_json::privat":1}"#,
            r#"{"x$serde_json::private::Number":1}"#,
            r#"{"$x$serde_json::private::Number":1}"#,
            r#"{"\ud800$serde_json::private::Number":1}"#,
            r#"{"\u0061":"$"}"#,
            "$serde_json::private::",
            "",
        ] {
            assert_eq!(disarm_private_names(json), None, "{json}");
        }
    }

    #[test]
    fn numbers() {
        for (json, expected) in [
            ("1e400", "null"),
            ("1E+400", "null"),
            (r#"{"a":-1e400,"b":[9e308,1]}"#, r#"{"a":null,"b":[null,1]}"#),
            (r#"["1e400\"1e400",1e400]"#, r#"["1e400\"1e400",null]"#),
            (r#"["\\",1e400"#, r#"["\\",null"#),
            (r#"["é",1e400,"é"]"#, r#"["é",null,"é"]"#),
        ] {
            assert_eq!(replace_unrepresentable(json).as_deref(), Some(expected), "{json}");
        }
    }

    #[test]
    fn strings() {
        for (json, expected) in [
            (r#""\ud83d""#, "null"),
            (r#"["\ud83d\ude00","\ude00\ud83d",1]"#, r#"["\ud83d\ude00",null,1]"#),
            (r#"["cut \uD83D", "\\ud83d", "\ud83d\n"]"#, r#"[null, "\\ud83d", null]"#),
            (r#"{"a\udfff\n\u0000":"\ud800"}"#, "{\"a\u{fffd}\\n\\u0000\":null}"),
            (r#"{"\ud800" : 1e400 , "b":true"#, "{\"\u{fffd}\" : null , \"b\":true"),
        ] {
            assert_eq!(replace_unrepresentable(json).as_deref(), Some(expected), "{json}");
        }
    }

    #[test]
    fn others() {
        for json in [
            "",
            "1e308",
            "1e-400",
            "\"1e400\"",
            "\"1e400",
            "\"\\\"1e400\"",
            "01e400",
            "1e400.0",
            "+1e400",
            "1e+",
            "-",
            "true",
            "infinity",
            r#""\ud83d\ude00""#,
            r#""\\ud83d""#,
            r#""\ud83""#,
            r#""\ud83d"#,
            r#""\u"#,
        ] {
            assert_eq!(replace_unrepresentable(json), None, "{json}");
        }
    }
}
