//! Writes XML and HTML, and escapes the text in them.

use crate::shared::escape::{HIGH_BITS, equal_to, is_without, less_than, repeated};

/// A buffer of XML or HTML that escapes everything except literals and element names.
pub(crate) struct Markup {
    text: Vec<u8>,
}

impl Markup {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self { text: Vec::with_capacity(capacity) }
    }

    /// Appends markup, or text that is known to have no special characters.
    #[inline]
    pub(crate) fn literal(&mut self, markup: &str) {
        self.text.extend_from_slice(markup.as_bytes());
    }

    /// Appends text, escaped for element content as well as for attribute values in double quotes.
    ///
    /// XML cannot represent some characters, not even as references (XML 1.0, section 2.2). They become U+FFFD.
    pub(crate) fn text(&mut self, text: &str) {
        if is_plain(text.as_bytes()) {
            self.text.extend_from_slice(text.as_bytes());
        } else {
            self.escaped(text);
        }
    }

    /// Appends the text that a function writes, escaped as by [`text`](Self::text).
    pub(crate) fn text_from<T>(&mut self, append: impl FnOnce(&mut Vec<u8>) -> T) -> T {
        let start = self.text.len();
        let result = append(&mut self.text);
        if !is_plain(&self.text[start..]) {
            let text = self.text.split_off(start);
            self.escaped(&String::from_utf8_lossy(&text));
        }
        result
    }

    /// Appends the start tag of an element. Its name must be a valid XML name, which needs no escaping.
    #[cfg(feature = "xml")]
    pub(crate) fn start_tag(&mut self, name: &str) {
        self.text.reserve(name.len() + 2);
        self.text.push(b'<');
        self.text.extend_from_slice(name.as_bytes());
        self.text.push(b'>');
    }

    #[cfg(feature = "xml")]
    pub(crate) fn end_tag(&mut self, name: &str) {
        self.text.reserve(name.len() + 3);
        self.text.extend_from_slice(b"</");
        self.text.extend_from_slice(name.as_bytes());
        self.text.push(b'>');
    }

    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Drops everything after the first `length` bytes.
    pub(crate) fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.text
    }

    // Inlined, it would slow down the more common text that needs no escape.
    #[inline(never)]
    fn escaped(&mut self, text: &str) {
        let mut rest = text;
        while let Some(position) = rest.bytes().position(may_need_escape) {
            let (plain, special) = rest.split_at(position);
            self.text.extend_from_slice(plain.as_bytes());
            let mut chars = special.chars();
            match chars.next() {
                Some('&') => self.literal("&amp;"),
                Some('<') => self.literal("&lt;"),
                Some('>') => self.literal("&gt;"),
                Some('"') => self.literal("&quot;"),
                // A parser would turn a bare carriage return into a line feed (XML 1.0, section 2.11).
                Some('\r') => self.literal("&#xD;"),
                Some(char) if is_xml_char(char) => {
                    self.text.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
                }
                _ => self.literal("\u{fffd}"),
            }
            rest = chars.as_str();
        }
        self.text.extend_from_slice(rest.as_bytes());
    }
}

/// Returns whether XML can represent a character (XML 1.0, section 2.2).
pub(crate) fn is_xml_char(char: char) -> bool {
    matches!(char, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[inline]
fn is_plain(text: &[u8]) -> bool {
    is_without(text, may_need_escape, |word| {
        // Without one bit, `<` equals `>`, and `"` equals `&`.
        let brackets = equal_to(word & !repeated(b'<' ^ b'>'), b'<' & b'>');
        let others = equal_to(word & !repeated(b'"' ^ b'&'), b'"' & b'&');
        (less_than(word, 0x20) | brackets | others | equal_to(word, 0xef)) & HIGH_BITS
    })
}

/// Returns whether a byte of UTF-8 may belong to a character that has to be escaped. 0xef begins U+FFFE and U+FFFF.
const fn may_need_escape(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | 0xef) || (byte < 0x20 && byte != b'\t' && byte != b'\n')
}
