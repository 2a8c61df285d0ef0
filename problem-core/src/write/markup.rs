//! Text that goes into XML or HTML.

/// XML or HTML as it is written: everything but this crate's own literals is escaped.
pub(crate) struct Markup {
    text: Vec<u8>,
}

impl Markup {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self { text: Vec::with_capacity(capacity) }
    }

    pub(crate) fn literal(&mut self, markup: &'static str) {
        self.text.extend_from_slice(markup.as_bytes());
    }

    /// Writes text so that it is read as that text, both within an element and within an attribute in double quotes.
    ///
    /// A character that XML has no way to write, not even as a reference (XML 1.0, section 2.2), becomes U+FFFD.
    pub(crate) fn text(&mut self, text: &str) {
        self.text_from(|buffer| buffer.extend_from_slice(text.as_bytes()));
    }

    /// Writes what a function appends, as [`text`](Self::text) does.
    pub(crate) fn text_from<T>(&mut self, append: impl FnOnce(&mut Vec<u8>) -> T) -> T {
        let start = self.text.len();
        let result = append(&mut self.text);
        // Without an early exit the compiler looks at sixteen bytes at once.
        let any_needs_escape =
            self.text[start..].iter().fold(false, |any, &byte| any | may_need_escape(byte));
        if any_needs_escape {
            self.escape_from(start);
        }
        result
    }

    /// Writes the start tag of an element. Its name is one that XML allows, and nothing in it has to be escaped.
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

    #[cfg(feature = "xml")]
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Drops everything after the first `length` bytes.
    #[cfg(feature = "xml")]
    pub(crate) fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.text
    }

    #[cold]
    fn escape_from(&mut self, start: usize) {
        let text = self.text.split_off(start);
        for char in String::from_utf8_lossy(&text).chars() {
            match char {
                '&' => self.literal("&amp;"),
                '<' => self.literal("&lt;"),
                '>' => self.literal("&gt;"),
                '"' => self.literal("&quot;"),
                // A reader turns a bare one into a line feed (section 2.11).
                '\r' => self.literal("&#xD;"),
                _ if is_xml_char(char) => {
                    self.text.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
                }
                _ => self.literal("\u{fffd}"),
            }
        }
    }
}

/// Returns whether XML can hold a character (XML 1.0, section 2.2).
pub(crate) fn is_xml_char(char: char) -> bool {
    matches!(char, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Returns whether a byte of UTF-8 is or may be part of what has to be escaped: 0xef begins U+FFFE and U+FFFF.
const fn may_need_escape(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | 0xef) || (byte < 0x20 && byte != b'\t' && byte != b'\n')
}
