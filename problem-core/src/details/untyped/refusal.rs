//! The error of a trial, and the record of all errors in it.
//!
//! serde swallows errors: an untagged enum tries its next variant, and an `Option` under serde's `flatten` becomes
//! `None`. An error therefore records itself when it is created. The record is kept per thread, because the trait of
//! serde offers no other place for it.

use serde::de::{Error, Expected, Unexpected};
use std::cell::{Cell, RefCell};
use std::fmt;

/// The errors that a trial has created.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    pub(super) count: usize,
    /// The addresses of the texts that were refused because of their type.
    pub(super) refused: Vec<usize>,
    /// The last error, which is the one that ended the trial if it failed.
    pub(super) last: Last,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Last {
    /// The text at this address was refused because of its type.
    Text(usize),
    Boolean(bool),
    Number(f64),
    #[default]
    Other,
}

thread_local! {
    static RECORD: RefCell<Record> = RefCell::default();
    static IS_READING: Cell<bool> = const { Cell::new(false) };
}

/// Returns whether a value from XML is being read on this thread.
pub(crate) fn is_reading() -> bool {
    IS_READING.get()
}

/// Calls a function that deserialises a value, and returns its result with the record of its errors.
pub(super) fn recorded<T>(read: impl FnOnce() -> T) -> (T, Record) {
    // A `Deserialize` impl may itself read values from XML, and it may panic.
    let _outer = Outer { record: RECORD.take(), is_reading: IS_READING.replace(true) };
    let value = read();
    (value, RECORD.take())
}

/// Restores the state of the outer trial.
struct Outer {
    record: Record,
    is_reading: bool,
}

impl Drop for Outer {
    fn drop(&mut self) {
        RECORD.set(std::mem::take(&mut self.record));
        IS_READING.set(self.is_reading);
    }
}

/// The error of a trial.
#[derive(Debug)]
pub(super) struct Refusal;

impl Refusal {
    fn note(last: Last) -> Self {
        RECORD.with_borrow_mut(|record| {
            record.count += 1;
            record.last = last;
            if let Last::Text(address) = last {
                record.refused.push(address);
            }
        });
        Self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value is of another type")
    }
}

impl std::error::Error for Refusal {}

impl Error for Refusal {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::note(Last::Other)
    }

    #[allow(clippy::cast_precision_loss, reason = "the same conversion finds the number again")]
    fn invalid_type(unexpected: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::note(match unexpected {
            Unexpected::Str(text) => Last::Text(text.as_ptr().addr()),
            Unexpected::Bool(boolean) => Last::Boolean(boolean),
            Unexpected::Unsigned(number) => Last::Number(number as f64),
            Unexpected::Signed(number) => Last::Number(number as f64),
            Unexpected::Float(number) => Last::Number(number),
            _ => Last::Other,
        })
    }
}
