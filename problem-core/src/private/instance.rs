//! Writes instances, either from templates with percent-encoded values or from whole references.

use crate::shared::resolution::count_dots;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::cell::Cell;
use std::fmt::{self, Write};

/// All characters except the unreserved ones of RFC 3986, so that a value stays within its part of the URI.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A writer of templates that percent-encodes their values.
///
/// Each value announces itself when it is formatted, so that width, precision and every formatting trait work as usual.
#[derive(Debug, Default)]
pub struct PercentEncoding {
    /// Whether the template has a value that may have to be encoded.
    encodes: Cell<bool>,
    within_value: Cell<bool>,
    /// Whether a value, even an empty one, is part of the path segment that is being written.
    touches_segment: Cell<bool>,
}

impl PercentEncoding {
    #[must_use]
    pub const fn new() -> Self {
        Self { encodes: Cell::new(false), within_value: Cell::new(false), touches_segment: Cell::new(false) }
    }

    pub fn value<'a, T: ?Sized>(&'a self, value: &'a T) -> EncodedValue<'a, T> {
        self.encodes.set(true);
        EncodedValue { value, encoding: self }
    }

    pub const fn plain<'a, T: ?Sized>(&'a self, value: &'a T) -> Interpolated<'a, T> {
        Interpolated { value, encoding: self }
    }

    pub fn write(&self, f: &mut fmt::Formatter<'_>, template: fmt::Arguments<'_>) -> fmt::Result {
        if !self.encodes.get() {
            return f.write_fmt(template);
        }
        let mut encoder =
            Encoder { f, encoding: self, start: Start::Nothing, dots: Some(0), is_in_path: true };
        encoder.write_fmt(template)?;
        encoder.end_segment()
    }
}

/// A value of a placeholder without a format specification.
///
/// `encoding.plain(&field).__encoded()` resolves to an inherent method for an integer, which needs no encoding, and to
/// the method of the trait [`Encoded`] for any other type.
#[derive(Clone, Copy, Debug)]
pub struct Interpolated<'a, T: ?Sized> {
    value: &'a T,
    encoding: &'a PercentEncoding,
}

macro_rules! integers {
    ($($Integer:ty)*) => {$(
        impl<'a> Interpolated<'a, $Integer> {
            #[must_use]
            pub const fn __encoded(self) -> &'a $Integer {
                self.value
            }
        }
    )*};
}

integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

pub trait Encoded<'a> {
    type Value: ?Sized;

    fn __encoded(self) -> EncodedValue<'a, Self::Value>;
}

impl<'a, T: ?Sized> Encoded<'a> for Interpolated<'a, T> {
    type Value = T;

    fn __encoded(self) -> EncodedValue<'a, T> {
        self.encoding.value(self.value)
    }
}

#[derive(Clone, Copy)]
pub struct EncodedValue<'a, T: ?Sized> {
    value: &'a T,
    encoding: &'a PercentEncoding,
}

macro_rules! announce {
    ($($Trait:ident),*) => {$(
        impl<T: fmt::$Trait + ?Sized> fmt::$Trait for EncodedValue<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.encoding.touches_segment.set(true);
                self.encoding.within_value.set(true);
                let result = fmt::$Trait::fmt(self.value, f);
                self.encoding.within_value.set(false);
                result
            }
        }
    )*};
}

announce!(Binary, Debug, Display, LowerExp, LowerHex, Octal, Pointer, UpperExp, UpperHex);

struct Encoder<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    encoding: &'a PercentEncoding,
    /// How the reference begins, as far as it has been written.
    start: Start,
    /// How many dots the current path segment consists of so far, or `None` if it contains anything else.
    dots: Option<usize>,
    /// Whether neither `?` nor `#` has been written. Dots have a meaning only in a path.
    is_in_path: bool,
}

/// How a reference begins. With `//` it names a host, and only the text of a template may do that.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Nothing,
    Slash,
    Other,
}

impl Encoder<'_, '_> {
    fn text(&mut self, text: &str) -> fmt::Result {
        // At the start, two slashes with an empty value between them would name a host.
        if self.start == Start::Slash && text.starts_with('/') {
            return Err(fmt::Error);
        }
        let mut rest = text;
        if self.start == Start::Nothing {
            // The scheme is not part of the path, which begins after the colon.
            let end = text.bytes().position(|byte| matches!(byte, b':' | b'/' | b'?' | b'#'));
            rest = end.and_then(|end| text[end..].strip_prefix(':')).unwrap_or(text);
        }
        while let Some(end) = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#')) {
            self.add_to_segment(&rest[..end]);
            self.end_segment()?;
            self.is_in_path &= rest.as_bytes()[end] == b'/';
            rest = &rest[end + 1..];
        }
        self.add_to_segment(rest);
        self.write(text)
    }

    fn add_to_segment(&mut self, text: &str) {
        self.dots = self.dots.and_then(|dots| Some(dots + count_dots(text)?));
    }

    /// Ends a path segment, and fails if a value made it `.` or `..`.
    ///
    /// Such a segment is removed when the reference is resolved, and `..` also removes the segment before it (RFC 3986,
    /// section 5.2.4).
    fn end_segment(&mut self) -> fmt::Result {
        let dots = self.dots.replace(0);
        if self.encoding.touches_segment.replace(false) && self.is_in_path && matches!(dots, Some(1 | 2)) {
            return Err(fmt::Error);
        }
        Ok(())
    }

    /// Encodes a part of a value.
    // Inlined, it would slow down the more common text that needs no escape.
    #[inline(never)]
    fn value(&mut self, text: &str) -> fmt::Result {
        // An encoded dot is not written: a dot needs no encoding.
        self.add_to_segment(if text.bytes().all(|byte| byte == b'.') { text } else { "%" });
        // Several pieces are written at once, because each is only a character long.
        let mut pieces = Pieces { bytes: [0; 96], length: 0 };
        for piece in utf8_percent_encode(text, ENCODED) {
            if !pieces.push(piece) {
                self.write(pieces.text())?;
                pieces.length = 0;
                if !pieces.push(piece) {
                    self.write(piece)?;
                }
            }
        }
        self.write(pieces.text())
    }

    fn write(&mut self, text: &str) -> fmt::Result {
        self.start = match (self.start, text) {
            (start, "") => start,
            (Start::Nothing, "/") => Start::Slash,
            _ => Start::Other,
        };
        self.f.write_str(text)
    }
}

/// Encoded text, which is ASCII.
struct Pieces {
    bytes: [u8; 96],
    length: usize,
}

impl Pieces {
    /// Appends a piece. Returns `false` if there is no room for it.
    fn push(&mut self, piece: &str) -> bool {
        let room = self.bytes[self.length..].get_mut(..piece.len());
        room.map(|room| room.copy_from_slice(piece.as_bytes()))
            .inspect(|()| self.length += piece.len())
            .is_some()
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

impl Write for Encoder<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.encoding.within_value.get() {
            // A fast path, since most values are numbers and names.
            if text.bytes().fold(!text.is_empty(), |all, byte| all & byte.is_ascii_alphanumeric()) {
                (self.dots, self.start) = (None, Start::Other);
                return self.f.write_str(text);
            }
            self.value(text)
        } else {
            self.text(text)
        }
    }
}

/// Writes a whole URI reference unchanged. The writer of the body checks that it is valid.
pub fn write_reference<T: fmt::Display + ?Sized>(
    f: &mut fmt::Formatter<'_>,
    reference: Option<&T>,
) -> fmt::Result {
    match reference {
        Some(reference) => write!(f, "{reference}"),
        None => Ok(()),
    }
}
