//! Instances: templates whose values are percent-encoded, and whole references.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::cell::Cell;
use std::fmt::{self, Write};

/// All but RFC 3986's unreserved characters, so that a value stays within the part of the URI it stands in.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Formats a template and percent-encodes what its values write.
///
/// A value announces itself when its turn comes, so that width, precision and every formatting trait work as they
/// do anywhere.
#[derive(Debug, Default)]
pub struct PercentEncoding {
    within_value: Cell<bool>,
}

impl PercentEncoding {
    #[must_use]
    pub const fn new() -> Self {
        Self { within_value: Cell::new(false) }
    }

    pub const fn value<'a, T: ?Sized>(&'a self, value: &'a T) -> Value<'a, T> {
        Value { value, within_value: &self.within_value }
    }

    pub fn write(&self, f: &mut fmt::Formatter<'_>, template: fmt::Arguments<'_>) -> fmt::Result {
        Encoder { f, within_value: &self.within_value, start: Start::Nothing }.write_fmt(template)
    }
}

#[derive(Clone, Copy)]
pub struct Value<'a, T: ?Sized> {
    value: &'a T,
    within_value: &'a Cell<bool>,
}

macro_rules! announce {
    ($($Trait:ident),*) => {$(
        impl<T: fmt::$Trait + ?Sized> fmt::$Trait for Value<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.within_value.set(true);
                let result = fmt::$Trait::fmt(self.value, f);
                self.within_value.set(false);
                result
            }
        }
    )*};
}

announce!(Binary, Debug, Display, LowerExp, LowerHex, Octal, Pointer, UpperExp, UpperHex);

struct Encoder<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    within_value: &'a Cell<bool>,
    /// What has been written, as far as it matters to [`Start`].
    start: Start,
}

/// How a reference begins: with `//` it names a host, which only the text of a template may do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Nothing,
    Slash,
    Other,
}

impl Encoder<'_, '_> {
    fn text(&mut self, text: &str) -> fmt::Result {
        // Between the two slashes stood a value that is empty.
        if self.start == Start::Slash && text.starts_with('/') {
            return Err(fmt::Error);
        }
        self.write(text)
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

impl Write for Encoder<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.within_value.get() {
            if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                // Most values are numbers and names.
                return self.write(text);
            }
            utf8_percent_encode(text, ENCODED).try_for_each(|piece| self.write(piece))
        } else {
            self.text(text)
        }
    }
}

/// Writes a whole URI reference as it is; whether it is one is for the writer of the body to see.
pub fn write_reference<T: fmt::Display + ?Sized>(
    f: &mut fmt::Formatter<'_>,
    reference: Option<&T>,
) -> fmt::Result {
    match reference {
        Some(reference) => write!(f, "{reference}"),
        None => Ok(()),
    }
}
