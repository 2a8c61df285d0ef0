//! Turns a string of bytes into values.

use crate::sample::Sample;

/// A source of decisions, one for each byte.
///
/// The decision `0` gives the simplest value, and so does a source that has run out. A shorter string of bytes, or one
/// with smaller bytes, therefore gives a simpler value.
pub(crate) struct Source<'a>(pub(crate) &'a [u8]);

impl Source<'_> {
    pub(crate) fn any<T: Sample>(&mut self) -> T {
        T::sample(self)
    }

    pub(crate) fn byte(&mut self) -> u8 {
        self.0.split_off_first().copied().unwrap_or_default()
    }

    pub(crate) fn flag(&mut self) -> bool {
        self.byte() % 2 == 1
    }

    /// Returns a number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::from(self.byte()) % end
    }

    pub(crate) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    pub(crate) fn number(&mut self) -> u64 {
        u64::from_be_bytes(std::array::from_fn(|_| self.byte()))
    }

    pub(crate) fn float(&mut self) -> f64 {
        match self.below(5) {
            0 => f64::from(self.byte()),
            1 => f64::from(self.byte()) / 8.0,
            2 => self.pick(&FLOATS),
            3 => -f64::from(self.byte()) / 10.0,
            // JSON has no other floats.
            _ => Some(f64::from_bits(self.number())).filter(|float| float.is_finite()).unwrap_or(0.25),
        }
    }

    /// Returns a text, which often looks like a number, a boolean or an empty value.
    ///
    /// XML cannot carry all characters: the others would be read as U+FFFD.
    pub(crate) fn text(&mut self) -> String {
        match self.below(6) {
            0 => self.pick(&WORDS).to_owned(),
            1 | 2 => self.pick(&TRICKY).to_owned(),
            3 => self.number().to_string(),
            4 => serde_json::to_string(&self.float()).unwrap(),
            _ => (0..self.below(4)).map(|_| self.char()).collect(),
        }
    }

    pub(crate) fn char(&mut self) -> char {
        self.pick(&CHARS)
    }
}

const FLOATS: [f64; 12] = [
    0.5,
    1e-7,
    1e21,
    -0.0,
    0.1,
    1e16,
    9_007_199_254_740_992.0,
    1e300,
    -2.5e-9,
    f64::MAX,
    f64::MIN_POSITIVE,
    5e-324,
];

const WORDS: [&str; 5] = ["a", "A4711", "out of credit", "Unit", "TrUe"];

const TRICKY: [&str; 40] = [
    "",
    "5",
    "0",
    "true",
    "false",
    "null",
    " 5 ",
    "+5",
    "05",
    "1e3",
    "1e400",
    "-1e400",
    "-0",
    "NaN",
    " ",
    "\n",
    "-",
    "5.0",
    "-5",
    "0.5",
    ".5",
    "5.",
    "1E3",
    "1e+3",
    "1e-400",
    "255",
    "256",
    "4711",
    "5 5",
    "\"\"",
    "[]",
    "{}",
    "{\"a\":5}",
    "inf",
    "Infinity",
    "0x5",
    "1_000",
    "00",
    "18446744073709551616",
    "\u{a0}5",
];

const CHARS: [char; 24] = [
    'a', '5', '0', '-', '+', '.', 'e', 'n', 't', ' ', '\n', '\r', '\t', '<', '&', '>', '"', ']', '\'', 'é',
    '😀', '\u{85}', '\u{feff}', '\u{2028}',
];
