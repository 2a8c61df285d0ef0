//! Writes XML and HTML, and escapes the text in them.

/// A buffer of XML or HTML that escapes everything except this crate's own literals and element names.
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

    /// Appends text, escaped for element content as well as for attribute values in double quotes.
    ///
    /// XML cannot represent some characters, not even as references (XML 1.0, section 2.2). They become U+FFFD.
    pub(crate) fn text(&mut self, text: &str) {
        self.text_from(|buffer| buffer.extend_from_slice(text.as_bytes()));
    }

    /// Appends the text that a function writes, escaped as by [`text`](Self::text).
    pub(crate) fn text_from<T>(&mut self, append: impl FnOnce(&mut Vec<u8>) -> T) -> T {
        let start = self.text.len();
        let result = append(&mut self.text);
        // Without an early exit, the compiler can check sixteen bytes at a time.
        let any_needs_escape =
            self.text[start..].iter().fold(false, |any, &byte| any | may_need_escape(byte));
        if any_needs_escape {
            self.escape_from(start);
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
                // A parser would turn a bare carriage return into a line feed (XML 1.0, section 2.11).
                '\r' => self.literal("&#xD;"),
                _ if is_xml_char(char) => {
                    self.text.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
                }
                _ => self.literal("\u{fffd}"),
            }
        }
    }
}

/// Returns whether XML can represent a character (XML 1.0, section 2.2).
pub(crate) fn is_xml_char(char: char) -> bool {
    matches!(char, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Returns whether a byte of UTF-8 may belong to a character that has to be escaped. 0xef begins U+FFFE and U+FFFF.
const fn may_need_escape(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | 0xef) || (byte < 0x20 && byte != b'\t' && byte != b'\n')
}
