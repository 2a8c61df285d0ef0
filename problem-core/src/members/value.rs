//! The values of members: serde_json writes them, and a guard between the two keeps whatever an impl of `Serialize`
//! does from becoming a panic or a text that is no JSON.

mod compound;
mod scalar;

use serde::ser::{Error, Serialize, Serializer};
use serde_json::Value;
use std::cell::Cell;

/// How deep a member may be nested: within the object of the problem, as deep as serde_json reads.
const MAX_DEPTH: usize = 126;

/// Begins the names of structs whose one field is JSON as text: serde_json has them for its features `raw_value` and
/// `arbitrary_precision`.
pub(crate) const JSON_TEXT: &str = "$serde_json::private::";

/// Appends a value as JSON.
///
/// If it fails, a part of it may stand there.
pub(crate) fn write<T: Serialize + ?Sized>(json: &mut Vec<u8>, value: &T) -> Result<(), Unsendable> {
    let is_broken = Cell::new(false);
    let limits = Limits { room: MAX_DEPTH, is_key: false, is_broken: &is_broken };
    let written = value.serialize(Guard { inner: &mut serde_json::Serializer::new(json), limits });
    if written.is_err() || is_broken.get() { Err(Unsendable) } else { Ok(()) }
}

/// A value that cannot be sent.
#[derive(Debug)]
pub(crate) struct Unsendable;

/// What a guard knows of where it stands.
#[derive(Clone, Copy)]
struct Limits<'a> {
    /// How many more arrays and objects may lie within one another.
    room: usize,
    /// Whether it guards the key of a map.
    is_key: bool,
    /// Whether an error has come up; an impl may go on after one, and end well.
    is_broken: &'a Cell<bool>,
}

impl Limits<'_> {
    /// The limits within one more array or object.
    fn enter<E: Error>(self) -> Result<Self, E> {
        match self.room.checked_sub(1) {
            Some(room) => Ok(Self { room, ..self }),
            None => Err(E::custom("nested too deep to be read")),
        }
    }

    /// Passes a result on and remembers if it was an error.
    fn note<T, E>(self, result: Result<T, E>) -> Result<T, E> {
        if result.is_err() {
            self.is_broken.set(true);
        }
        result
    }
}

/// Passes everything on to `inner` that it can take without a panic.
struct Guard<'a, S> {
    inner: S,
    limits: Limits<'a>,
}

/// A value to be serialised under guard.
struct Guarded<'a, T: ?Sized> {
    value: &'a T,
    limits: Limits<'a>,
}

impl<T: Serialize + ?Sized> Serialize for Guarded<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(Guard { inner: serializer, limits: self.limits })
    }
}

/// Refuses a name in whose object a reader would look for JSON as text.
fn check_name<E: Error>(name: &str) -> Result<(), E> {
    if name.starts_with(JSON_TEXT) { Err(E::custom("a name that is serde_json's own")) } else { Ok(()) }
}

/// Whether a reader can read what is JSON as text, which serde_json hands on as it is.
fn is_readable(text: &Value, room: usize) -> bool {
    let Value::String(text) = text else { return false };
    text.trim() == text && serde_json::from_str::<Value>(text).is_ok_and(|value| fits(&value, room))
}

/// Whether a value is not too deep, and no number in it out of range for a reader without `arbitrary_precision`.
fn fits(value: &Value, room: usize) -> bool {
    match value {
        Value::Number(number) => number.as_f64().is_some(),
        Value::Array(items) => room > 0 && items.iter().all(|item| fits(item, room - 1)),
        Value::Object(members) => room > 0 && members.values().all(|member| fits(member, room - 1)),
        _ => true,
    }
}
