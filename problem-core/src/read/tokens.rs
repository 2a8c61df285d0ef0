//! JSON as tokens, as far as it takes to put something else in the place of one.

use crate::json::string_length;

/// The text with some of its tokens replaced; `None` if there is nothing to replace.
///
/// `replacement` is asked for each string and each number, with whether a colon follows. All else stays as it is, so
/// that whatever is wrong with the text still is.
pub(super) fn replace(json: &str, replacement: impl Fn(&str, bool) -> Option<String>) -> Option<String> {
    let mut replaced = String::new();
    let (mut copied, mut position) = (0, 0);
    while let Some(char) = json[position..].chars().next() {
        let end = position + length(&json[position..], char);
        if char == '"' || is_of_number(char) {
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

/// How long the string, the number or the one character is that a text begins with.
fn length(json: &str, first: char) -> usize {
    match first {
        '"' => string_length(json.as_bytes()),
        char if is_of_number(char) => json.find(|char| !is_of_number(char)).unwrap_or(json.len()),
        char => char.len_utf8(),
    }
}

fn is_of_number(char: char) -> bool {
    char.is_ascii_digit() || matches!(char, '+' | '-' | '.' | 'e' | 'E')
}
