//! JSON as tokens, as far as it takes to put something else in the place of one.

/// The text with some of its tokens replaced; `None` if there is nothing to replace.
///
/// `replacement` is asked for each string and each number, with whether a colon follows. All else stays as it is, so
/// that whatever is wrong with the text still is.
pub(super) fn replace(json: &str, replacement: impl Fn(&str, bool) -> Option<String>) -> Option<String> {
    let mut replaced = String::new();
    let (mut copied, mut position) = (0, 0);
    while let Some(&byte) = json.as_bytes().get(position) {
        let end = position + length(&json.as_bytes()[position..]);
        if byte == b'"' || is_of_number(byte) {
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
