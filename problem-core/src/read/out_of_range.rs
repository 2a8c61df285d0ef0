//! Numbers such as `1e400`, for one of which serde_json refuses a whole text.

use serde::de::IgnoredAny;

/// The text with `null` in place of each number that is beyond the range of `f64`; `None` if there is no such number.
///
/// Everything else stays as it is, so that what else may be wrong with the text still is.
pub(super) fn replaced_by_null(json: &[u8]) -> Option<Vec<u8>> {
    let mut replaced = None;
    let mut position = 0;
    while let Some(&byte) = json.get(position) {
        let end = position + length(&json[position..]);
        if is_of_number(byte) && is_out_of_range(&json[position..end]) {
            let text = replaced.get_or_insert_with(|| json.to_vec());
            // The shortest of them, `9e308`, leaves room.
            text[position..end].fill(b' ');
            text[position..position + 4].copy_from_slice(b"null");
        }
        position = end;
    }
    replaced
}

/// How long the string, the number or the one byte is that a text begins with.
fn length(json: &[u8]) -> usize {
    match json[0] {
        b'"' => {
            let mut is_escaped = false;
            let ends = |&byte: &u8| {
                let ends = byte == b'"' && !is_escaped;
                is_escaped = byte == b'\\' && !is_escaped;
                ends
            };
            json[1..].iter().position(ends).map_or(json.len(), |end| end + 2)
        }
        byte if is_of_number(byte) => json.iter().position(|&byte| !is_of_number(byte)).unwrap_or(json.len()),
        _ => 1,
    }
}

fn is_of_number(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E')
}

fn is_out_of_range(token: &[u8]) -> bool {
    // Whether it is a number at all is for serde_json to say, which looks no closer at one that it ignores.
    let is_number = serde_json::from_slice::<IgnoredAny>(token).is_ok();
    let value = std::str::from_utf8(token).ok().and_then(|text| text.parse::<f64>().ok());
    is_number && value.is_some_and(f64::is_infinite)
}

#[cfg(test)]
mod tests {
    use super::replaced_by_null;

    #[test]
    fn numbers() {
        let replaced = |json: &str| {
            replaced_by_null(json.as_bytes()).map(|json| String::from_utf8(json).expect("still UTF-8"))
        };
        for (json, expected) in [
            ("1e400", "null "),
            (r#"{"a":-1e400,"b":[9e308,1]}"#, r#"{"a":null  ,"b":[null ,1]}"#),
            (r#"["1e400\"1e400",1e400]"#, r#"["1e400\"1e400",null ]"#),
            (r#"["\\",1e400"#, r#"["\\",null "#),
        ] {
            assert_eq!(replaced(json).as_deref(), Some(expected), "{json}");
        }
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
        ] {
            assert_eq!(replaced(json), None, "{json}");
        }
    }
}
