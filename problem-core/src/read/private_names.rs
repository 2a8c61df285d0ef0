//! Names that serde_json has for itself.
//!
//! With its feature `arbitrary_precision` or `raw_value` on, an object with one of them is read as a number or as JSON
//! within JSON, which may be nested without end; any crate of a user's may turn these on.

use super::tokens::replace;
use crate::members::JSON_TEXT;

/// The text with each name that begins as those do made to begin with `_` in place of the `$`; `None` if there is none.
pub(super) fn disarmed(json: &str) -> Option<String> {
    let bytes = json.as_bytes();
    let is_escape = |three: &[u8]| three == b"\\u0";
    let may_have_one = bytes.contains(&b'$') || (bytes.contains(&b'\\') && bytes.windows(3).any(is_escape));
    if !may_have_one {
        return None;
    }
    replace(json, |token, is_name| {
        let name = serde_json::from_str::<String>(token).ok().filter(|_| is_name)?;
        let rest = name.strip_prefix('$').filter(|_| name.starts_with(JSON_TEXT))?;
        serde_json::to_string(&format!("_{rest}")).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::disarmed;

    #[test]
    fn names() {
        for (json, expected) in [
            (r#"{"$serde_json::private::Number":"1"}"#, r#"{"_serde_json::private::Number":"1"}"#),
            (r#"{"$serde_json::private::" : 1}"#, r#"{"_serde_json::private::" : 1}"#),
            (r#"[{"\u0024serde_json::priv\u0061te::é\n":1}]"#, r#"[{"_serde_json::private::é\n":1}]"#),
        ] {
            assert_eq!(disarmed(json).as_deref(), Some(expected), "{json}");
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
            assert_eq!(disarmed(json), None, "{json}");
        }
    }
}
