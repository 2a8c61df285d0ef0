//! Finds the members of a problem, and checks that the text is JSON.
//!
//! Only the places of the members are stored. A value is parsed when it is asked for, by serde_json.

use super::member::Scalar;
use super::visitor::replace;
use crate::ProblemDetails;
use crate::details::Parts;
use crate::details::stored::{Extensions, Text};
use crate::members::JSON_TEXT;
use crate::write::json::plain_length;
use std::borrow::Cow;
use std::ops::Range;

/// The places of the members in a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    list: [Place; MAX_MEMBERS],
    count: usize,
}

/// How many members are stored. A problem with more of them is read by serde_json alone.
const MAX_MEMBERS: usize = 16;

/// The place of a member.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// Where the name begins, after its quotation mark.
    name_start: u32,
    name_length: u32,
    /// Whether the value is a string with an escape.
    is_escaped: bool,
    /// Where the value begins and ends, as written.
    value_start: u32,
    value_end: u32,
}

impl Place {
    #[inline]
    fn name<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        &text[self.name_start as usize..][..self.name_length as usize]
    }

    #[inline]
    fn value<'a>(&self, text: &'a str) -> &'a str {
        &text[self.value_start as usize..self.value_end as usize]
    }

    /// Returns the text of a standard member, or `None` if the value is not a string.
    #[inline]
    fn text(&self, text: &str) -> Option<Text> {
        let (start, end) = (self.value_start as usize, self.value_end as usize);
        if text.as_bytes()[start] != b'"' {
            return None;
        }
        if self.is_escaped {
            // Half of a surrogate pair cannot be represented.
            return serde_json::from_str(&text[start..end]).ok().map(Text::Owned);
        }
        Some(Text::Part(start + 1..end - 1))
    }
}

impl Places {
    /// Finds the members of a text. Returns `false` if the text has to be read by serde_json.
    ///
    /// This includes every text that is not JSON, that is nested too deep, or that has an escape in a name. If
    /// `is_flat` is set, it also includes a text that has an array or another object.
    pub(crate) fn find(&mut self, text: &str, is_flat: bool) -> bool {
        u32::try_from(text.len()).is_ok() && self.fill(text.as_bytes(), is_flat).is_some()
    }

    fn fill(&mut self, text: &[u8], is_flat: bool) -> Option<()> {
        let mut scanner = Scanner { text, position: 0, has_escape: false };
        scanner.expect(b'{')?;
        if scanner.peek()? == b'}' {
            scanner.position += 1;
            return scanner.end();
        }
        loop {
            let name = scanner.name()?;
            let value = scanner.value(is_flat)?;
            #[allow(clippy::cast_possible_truncation, reason = "the length of the text has been checked")]
            let place = Place {
                name_start: name.start as u32,
                name_length: name.len() as u32,
                is_escaped: scanner.has_escape,
                value_start: value.start as u32,
                value_end: value.end as u32,
            };
            *self.list.get_mut(self.count)? = place;
            self.count += 1;
            match scanner.peek()? {
                b',' => scanner.position += 1,
                b'}' => {
                    scanner.position += 1;
                    return scanner.end();
                }
                _ => return None,
            }
        }
    }

    /// Returns the names and the values of the members, as written.
    #[inline]
    pub(crate) fn members<'a>(&self, text: &'a str) -> impl DoubleEndedIterator<Item = (&'a str, &'a str)> {
        self.list[..self.count].iter().map(|place| {
            let start = place.name_start as usize;
            (&text[start..start + place.name_length as usize], place.value(text))
        })
    }

    /// Removes all members with a name.
    pub(crate) fn remove(&mut self, text: &str, name: &str) {
        let mut kept = 0;
        for index in 0..self.count {
            let place = self.list[index];
            if place.name(text.as_bytes()) != name.as_bytes() {
                self.list[kept] = place;
                kept += 1;
            }
        }
        self.count = kept;
    }

    /// Returns the problem by the rules of [`ProblemDetails::from_json`].
    pub(crate) fn details(&self, text: &str) -> ProblemDetails {
        let mut members = Parts::default();
        let mut extensions = Self::default();
        for place in &self.list[..self.count] {
            match place.name(text.as_bytes()) {
                b"type" => replace(&mut members.type_uri, place.text(text)),
                b"title" => replace(&mut members.title, place.text(text)),
                b"status" => replace(&mut members.status, scalar(place.value(text)).status()),
                b"detail" => replace(&mut members.detail, place.text(text)),
                b"instance" => replace(&mut members.instance, place.text(text)),
                _ => {
                    extensions.list[extensions.count] = *place;
                    extensions.count += 1;
                }
            }
        }
        members.json = text.into();
        members.extensions = Extensions::at(extensions);
        ProblemDetails::from_received(members)
    }
}

/// Returns the value of a standard member, as written.
pub(crate) fn scalar(value: &str) -> Scalar<'_> {
    if let Some(text) = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')) {
        if !text.contains('\\') {
            return Scalar::Text(Cow::Borrowed(text));
        }
        // Half of a surrogate pair cannot be represented.
        return serde_json::from_str(value).map_or(Scalar::Other, |text| Scalar::Text(Cow::Owned(text)));
    }
    value.parse().map_or(Scalar::Other, Scalar::Number)
}

/// How many levels deep a member may be nested, so that serde_json can read it.
const MAX_DEPTH: u32 = 126;

struct Scanner<'a> {
    text: &'a [u8],
    position: usize,
    /// Whether the last string has an escape.
    has_escape: bool,
}

impl Scanner<'_> {
    /// Skips white space and returns the next byte.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.text.get(self.position)? {
                b' ' | b'\t' | b'\n' | b'\r' => self.position += 1,
                byte => return Some(*byte),
            }
        }
    }

    #[inline]
    fn expect(&mut self, byte: u8) -> Option<()> {
        let is_expected = self.peek()? == byte;
        self.position += 1;
        is_expected.then_some(())
    }

    /// Checks that only white space follows.
    fn end(&mut self) -> Option<()> {
        self.peek().is_none().then_some(())
    }

    /// Skips the name of a member and the colon, and returns the place of the name.
    #[inline]
    fn name(&mut self) -> Option<Range<usize>> {
        self.peek()?;
        let name = self.string()?;
        // A name that serde_json reserves has to be replaced.
        if self.has_escape || self.text[name.clone()].starts_with(JSON_TEXT.as_bytes()) {
            return None;
        }
        self.expect(b':')?;
        Some(name)
    }

    /// Skips a value and returns its place.
    #[inline]
    fn value(&mut self, is_flat: bool) -> Option<Range<usize>> {
        self.has_escape = false;
        let first = self.peek()?;
        let start = self.position;
        match first {
            b'[' | b'{' if is_flat => return None,
            b'[' | b'{' => self.nested()?,
            _ => self.scalar(first)?,
        }
        Some(start..self.position)
    }

    #[inline]
    fn scalar(&mut self, first: u8) -> Option<()> {
        match first {
            b'"' => self.string().map(drop),
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.literal(b"true"),
            b'f' => self.literal(b"false"),
            b'n' => self.literal(b"null"),
            _ => None,
        }
    }

    /// Skips an array or an object.
    fn nested(&mut self) -> Option<()> {
        // Whether each of the arrays and objects around is an object, the innermost in the lowest bit.
        let mut are_objects: u128 = 0;
        let mut depth = 0;
        loop {
            let first = self.peek()?;
            let mut is_closed = true;
            if let b'[' | b'{' = first {
                let is_object = first == b'{';
                depth += 1;
                if depth > MAX_DEPTH {
                    return None;
                }
                are_objects = are_objects << 1 | u128::from(is_object);
                self.position += 1;
                // The closing bracket is two characters after the opening one in ASCII.
                is_closed = self.peek()? == first + 2;
                if !is_closed && is_object {
                    self.name()?;
                }
            } else {
                self.scalar(first)?;
            }
            while is_closed {
                if depth == 0 {
                    self.has_escape = false;
                    return Some(());
                }
                let is_object = are_objects & 1 == 1;
                match self.peek()? {
                    b',' => {
                        self.position += 1;
                        if is_object {
                            self.name()?;
                        }
                        is_closed = false;
                    }
                    end if end == if is_object { b'}' } else { b']' } => {
                        self.position += 1;
                        depth -= 1;
                        are_objects >>= 1;
                    }
                    _ => return None,
                }
            }
        }
    }

    fn literal(&mut self, literal: &[u8]) -> Option<()> {
        self.text[self.position..].starts_with(literal).then(|| self.position += literal.len())
    }

    /// Skips a string and returns the place of its content.
    #[inline]
    fn string(&mut self) -> Option<Range<usize>> {
        if self.text[self.position] != b'"' {
            return None;
        }
        self.has_escape = false;
        let start = self.position + 1;
        self.position = start;
        loop {
            self.position += plain_length(&self.text[self.position..]);
            match self.text.get(self.position)? {
                b'"' => {
                    self.position += 1;
                    return Some(start..self.position - 1);
                }
                b'\\' => self.escape()?,
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<()> {
        let length = match self.text.get(self.position + 1)? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => 2,
            b'u' => {
                let digits = self.text.get(self.position + 2..self.position + 6)?;
                digits.iter().all(u8::is_ascii_hexdigit).then_some(6)?
            }
            _ => return None,
        };
        self.position += length;
        self.has_escape = true;
        Some(())
    }

    #[inline]
    fn number(&mut self) -> Option<()> {
        self.position += usize::from(self.text[self.position] == b'-');
        let start = self.position;
        let digits = self.digits()?;
        if digits > 1 && self.text[start] == b'0' {
            return None;
        }
        if self.text.get(self.position) == Some(&b'.') {
            self.position += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.text.get(self.position) {
            self.position += 1;
            if let Some(b'+' | b'-') = self.text.get(self.position) {
                self.position += 1;
            }
            self.digits()?;
        }
        Some(())
    }

    /// Skips digits and returns their number, which is not zero.
    #[inline]
    fn digits(&mut self) -> Option<usize> {
        let start = self.position;
        while self.text.get(self.position).is_some_and(u8::is_ascii_digit) {
            self.position += 1;
        }
        Some(self.position - start).filter(|count| *count > 0)
    }
}
