//! Splits the JSON bodies of this crate into tokens.

use super::json::string_length;
use std::borrow::Cow;

/// An iterator over the tokens of a JSON body that this crate has written. It skips colons and commas.
///
/// The other formats are made from these tokens, so that they hold the same values as JSON.
#[derive(Clone)]
pub(crate) struct Tokens<'a> {
    json: &'a str,
    position: usize,
}

pub(crate) enum Token<'a> {
    /// The beginning of an object. Names and values follow alternately.
    Object,
    /// The beginning of an array.
    Array,
    /// The end of an object or an array.
    End,
    /// A string, either a name or a value.
    Text(Cow<'a, str>),
    /// A number or a boolean, as written in the JSON.
    Scalar(&'a str),
    Null,
}

impl<'a> Tokens<'a> {
    /// Returns the tokens of an object's members. The braces of the object may be missing.
    pub(crate) fn from_members(json: &'a [u8]) -> Self {
        let position = usize::from(json.starts_with(b"{"));
        Self { json: std::str::from_utf8(json).unwrap_or_default(), position }
    }

    /// Returns the name of the next member, or `None` at the end of the object.
    pub(crate) fn next_name(&mut self) -> Option<Cow<'a, str>> {
        match self.next() {
            Some(Token::Text(name)) => Some(name),
            _ => None,
        }
    }

    /// Returns the next item of an array, or `None` at its end.
    pub(crate) fn next_item(&mut self) -> Option<Token<'a>> {
        self.next().filter(|token| !matches!(token, Token::End))
    }

    /// Skips the rest of a value whose first token was `value`.
    #[cfg(feature = "xml")]
    pub(crate) fn pass_over(&mut self, value: &Token<'_>) {
        let mut depth = usize::from(matches!(value, Token::Object | Token::Array));
        while depth > 0 {
            match self.next() {
                Some(Token::Object | Token::Array) => depth += 1,
                Some(Token::End) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    fn text(&mut self) -> Token<'a> {
        let start = self.position;
        self.position += string_length(&self.json.as_bytes()[start..]);
        let text = self.json.get(start + 1..self.position - 1).unwrap_or_default();
        Token::Text(if text.contains('\\') {
            Cow::Owned(serde_json::from_str(&self.json[start..self.position]).unwrap_or_default())
        } else {
            Cow::Borrowed(text)
        })
    }

    fn scalar(&mut self) -> Token<'a> {
        let rest = &self.json[self.position..];
        let length =
            rest.bytes().take_while(|byte| !is_between(*byte) && !matches!(byte, b'}' | b']')).count();
        self.position += length;
        if &rest[..length] == "null" { Token::Null } else { Token::Scalar(&rest[..length]) }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let bytes = self.json.as_bytes();
        while is_between(*bytes.get(self.position)?) {
            self.position += 1;
        }
        let token = match bytes[self.position] {
            b'"' => return Some(self.text()),
            b'{' => Token::Object,
            b'[' => Token::Array,
            b'}' | b']' => Token::End,
            _ => return Some(self.scalar()),
        };
        self.position += 1;
        Some(token)
    }
}

/// Returns whether a byte separates tokens: a comma, a colon or white space, which a user's `RawValue` may contain.
///
/// No token begins with a byte below the space, so one comparison covers all white space.
fn is_between(byte: u8) -> bool {
    byte == b',' || byte == b':' || byte <= b' '
}
