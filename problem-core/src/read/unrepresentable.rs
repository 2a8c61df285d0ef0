//! Tokens that the grammar of JSON allows and no value holds: numbers such as `1e400`, and strings with half of a
//! surrogate pair, such as `"\ud83d"` (RFC 8259, sections 6 and 8.2).
//!
//! serde_json refuses a whole text for one of them.

use super::tokens::replace;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, Visitor};
use serde_json::Value;
use std::fmt;

/// Returns the text with `null` in place of each such value, and U+FFFD in each such name; `None` if there is none.
pub(super) fn replaced(json: &str) -> Option<String> {
    replace(json, |token, is_name| {
        // What is not even a token of JSON is for serde_json to refuse.
        let is_unrepresentable = serde_json::from_str::<Value>(token).is_err()
            && serde_json::from_str::<IgnoredAny>(token).is_ok();
        is_unrepresentable.then(|| name(token).filter(|_| is_name).unwrap_or_else(|| "null".to_owned()))
    })
}

/// Returns the string with U+FFFD in place of each half of a surrogate pair.
fn name(token: &str) -> Option<String> {
    let Bytes(name) = serde_json::from_str(token).ok()?;
    let chunks = name.utf8_chunks();
    // Such a half is three bytes of invalid UTF-8, each in a chunk of its own; the first is replaced, and the others go.
    let text: String = chunks
        .flat_map(|chunk| [chunk.valid(), if chunk.invalid() == [0xed] { "\u{fffd}" } else { "" }])
        .collect();
    serde_json::to_string(&text).ok()
}

/// A string as bytes, in which serde_json leaves half of a surrogate pair as it is.
struct Bytes(Vec<u8>);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(BytesVisitor)
    }
}

struct BytesVisitor;

impl Visitor<'_> for BytesVisitor {
    type Value = Bytes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
        Ok(Bytes(bytes.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::replaced;

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
            assert_eq!(replaced(json).as_deref(), Some(expected), "{json}");
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
            assert_eq!(replaced(json).as_deref(), Some(expected), "{json}");
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
            assert_eq!(replaced(json), None, "{json}");
        }
    }
}
