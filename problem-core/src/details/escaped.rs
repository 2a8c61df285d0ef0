//! Escapes untrusted text for a log or a terminal.

use std::fmt::{self, Write};

/// A value whose `Display` text is escaped: controls, line and paragraph separators, and bidirectional controls.
///
/// These characters could forge a line of a log, control a terminal or reorder text.
/// A backslash is not escaped, because the text is for people and is never parsed.
pub(crate) struct Escaped<T>(pub(crate) T);

impl<T: fmt::Display> fmt::Display for Escaped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Escaper(f), "{}", self.0)
    }
}

struct Escaper<'a, 'f>(&'a mut fmt::Formatter<'f>);

impl Write for Escaper<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let Self(f) = self;
        for piece in text.split_inclusive(needs_escape) {
            match piece.chars().next_back().filter(|last| needs_escape(*last)) {
                None => f.write_str(piece)?,
                Some(last) => {
                    f.write_str(&piece[..piece.len() - last.len_utf8()])?;
                    write!(f, "{}", last.escape_default())?;
                }
            }
        }
        Ok(())
    }
}

fn needs_escape(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::Escaped;

    #[test]
    fn texts() {
        for (text, expected) in [
            ("", ""),
            (r#"it's "é" \n {}"#, r#"it's "é" \n {}"#),
            ("a\r\n\tb", r"a\r\n\tb"),
            ("\u{1b}[2J\0\u{7f}", r"\u{1b}[2J\u{0}\u{7f}"),
            ("\u{85}\u{9b}", r"\u{85}\u{9b}"),
            ("\u{2028}\u{2029}", r"\u{2028}\u{2029}"),
            ("\u{202a}\u{202e}\u{2066}\u{2069}", r"\u{202a}\u{202e}\u{2066}\u{2069}"),
            ("\u{61c}\u{200e}\u{200f}", r"\u{61c}\u{200e}\u{200f}"),
            (
                "\u{a0}\u{200d}\u{2027}\u{202f}\u{2065}\u{206a}",
                "\u{a0}\u{200d}\u{2027}\u{202f}\u{2065}\u{206a}",
            ),
        ] {
            assert_eq!(Escaped(text).to_string(), expected);
        }
    }
}
