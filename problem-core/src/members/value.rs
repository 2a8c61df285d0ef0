//! Serialises the values of members.
//!
//! serde_json writes the JSON. A guard sits between it and the `Serialize` impl, so that a faulty impl causes neither a
//! panic nor invalid JSON.

use serde::ser::{
    Error, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use serde_json::Value;
use std::cell::Cell;
use std::fmt::{Display, Write};

/// How many levels deep a member may be nested.
///
/// Together with the object of the problem, this is as deep as serde_json reads.
const MAX_DEPTH: usize = 126;

/// The prefix of the names that serde_json reserves for its private structs, whose only field is JSON as text.
///
/// serde_json uses them for its features `raw_value` and `arbitrary_precision`.
pub(crate) const JSON_TEXT: &str = "$serde_json::private::";

/// Appends a value as JSON.
///
/// On an error, the caller must truncate: part of the value may have been written.
pub(crate) fn write<T: Serialize + ?Sized>(json: &mut Vec<u8>, value: &T) -> Result<(), Unsendable> {
    let is_broken = Cell::new(false);
    let limits = Limits { room: MAX_DEPTH, is_key: false, is_broken: &is_broken };
    let written = value.serialize(Guard { inner: &mut serde_json::Serializer::new(json), limits });
    if written.is_err() || is_broken.get() { Err(Unsendable) } else { Ok(()) }
}

/// A value that cannot be sent.
#[derive(Debug)]
pub(crate) struct Unsendable;

/// The context of a guarded value.
#[derive(Clone, Copy)]
struct Limits<'a> {
    /// How many more levels of arrays and objects may be nested.
    room: usize,
    /// Whether the value is the key of a map.
    is_key: bool,
    /// Whether an error has occurred; an impl may ignore it and return `Ok`.
    is_broken: &'a Cell<bool>,
}

impl Limits<'_> {
    /// Returns the limits inside another array or object.
    fn enter<E: Error>(self) -> Result<Self, E> {
        match self.room.checked_sub(1) {
            Some(room) => Ok(Self { room, ..self }),
            None => Err(E::custom("nested too deep to be read")),
        }
    }

    /// Returns the result and records whether it is an error.
    fn note<T, E>(self, result: Result<T, E>) -> Result<T, E> {
        if result.is_err() {
            self.is_broken.set(true);
        }
        result
    }
}

/// A serialiser that passes to `inner` only calls that do not make it panic.
struct Guard<'a, S> {
    inner: S,
    limits: Limits<'a>,
}

/// A value that is serialised through a [`Guard`].
struct Guarded<'a, T: ?Sized> {
    value: &'a T,
    limits: Limits<'a>,
}

impl<T: Serialize + ?Sized> Serialize for Guarded<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(Guard { inner: serializer, limits: self.limits })
    }
}

macro_rules! pass_on {
    ($($method:ident($($name:ident: $ty:ty),*),)*) => {$(
        fn $method(self, $($name: $ty),*) -> Result<S::Ok, S::Error> {
            self.inner.$method($($name),*)
        }
    )*};
}

impl<'a, S: Serializer> Serializer for Guard<'a, S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Compound<'a, S::SerializeSeq>;
    type SerializeTuple = Compound<'a, S::SerializeTuple>;
    type SerializeTupleStruct = Compound<'a, S::SerializeTupleStruct>;
    type SerializeTupleVariant = Compound<'a, S::SerializeTupleVariant>;
    type SerializeMap = Compound<'a, S::SerializeMap>;
    type SerializeStruct = Compound<'a, S::SerializeStruct>;
    type SerializeStructVariant = Compound<'a, S::SerializeStructVariant>;

    pass_on! {
        serialize_bool(value: bool),
        serialize_i8(value: i8),
        serialize_i16(value: i16),
        serialize_i32(value: i32),
        serialize_i64(value: i64),
        serialize_i128(value: i128),
        serialize_u8(value: u8),
        serialize_u16(value: u16),
        serialize_u32(value: u32),
        serialize_u64(value: u64),
        serialize_u128(value: u128),
        serialize_f32(value: f32),
        serialize_f64(value: f64),
        serialize_char(value: char),
        serialize_none(),
        serialize_unit(),
        serialize_unit_struct(name: &'static str),
    }

    fn serialize_str(self, value: &str) -> Result<S::Ok, S::Error> {
        if self.limits.is_key {
            check_name(value)?;
        }
        self.inner.serialize_str(value)
    }

    /// Checks the depth: serde_json writes bytes as an array of numbers.
    fn serialize_bytes(self, value: &[u8]) -> Result<S::Ok, S::Error> {
        self.limits.enter::<S::Error>()?;
        self.inner.serialize_bytes(value)
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
    ) -> Result<S::Ok, S::Error> {
        if self.limits.is_key {
            check_name(variant)?;
        }
        self.inner.serialize_unit_variant(name, index, variant)
    }

    /// Formats the value first, because serde_json panics if a `Display` impl fails.
    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        let mut text = String::new();
        write!(text, "{value}").map_err(S::Error::custom)?;
        self.serialize_str(&text)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.inner.serialize_some(&Guarded { value, limits: self.limits })
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.inner.serialize_newtype_struct(name, &Guarded { value, limits: self.limits })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        check_name(variant)?;
        let limits = self.limits.enter()?;
        self.inner.serialize_newtype_variant(name, index, variant, &Guarded { value, limits })
    }

    // serde_json trusts a length of zero and closes the array or object at once, which gives invalid JSON if elements
    // follow. So a length of zero is never passed on.

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, S::Error> {
        Ok(Compound::new(self.limits.enter()?, self.inner.serialize_seq(None)?))
    }

    fn serialize_tuple(self, len: usize) -> Result<Self::SerializeTuple, S::Error> {
        Ok(Compound::new(self.limits.enter()?, self.inner.serialize_tuple(len.max(1))?))
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        len: usize,
    ) -> Result<Self::SerializeTupleStruct, S::Error> {
        Ok(Compound::new(self.limits.enter()?, self.inner.serialize_tuple_struct(name, len.max(1))?))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        check_name(variant)?;
        let limits = self.limits.enter::<S::Error>()?.enter()?;
        Ok(Compound::new(limits, self.inner.serialize_tuple_variant(name, index, variant, len.max(1))?))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        Ok(Compound::new(self.limits.enter()?, self.inner.serialize_map(None)?))
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Self::SerializeStruct, S::Error> {
        if name.starts_with(JSON_TEXT) {
            return Ok(Compound::text(self.limits, self.inner.serialize_struct(name, len)?));
        }
        Ok(Compound::new(self.limits.enter()?, self.inner.serialize_struct(name, len.max(1))?))
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        check_name(variant)?;
        let limits = self.limits.enter::<S::Error>()?.enter()?;
        Ok(Compound::new(limits, self.inner.serialize_struct_variant(name, index, variant, len.max(1))?))
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

/// A serialiser of an array or object whose elements are guarded.
struct Compound<'a, C> {
    inner: C,
    /// The limits of the elements.
    limits: Limits<'a>,
    /// Whether a key has been written and its value has not.
    has_key: bool,
    /// Whether this is one of serde_json's private structs, which holds JSON as text.
    is_text: bool,
    /// Whether that text has been written.
    has_text: bool,
}

impl<'a, C> Compound<'a, C> {
    fn new(limits: Limits<'a>, inner: C) -> Self {
        Self { inner, limits, has_key: false, is_text: false, has_text: false }
    }

    fn text(limits: Limits<'a>, inner: C) -> Self {
        Self { is_text: true, ..Self::new(limits, inner) }
    }

    fn guarded<'b, T: ?Sized>(&self, value: &'b T) -> Guarded<'b, T>
    where
        'a: 'b,
    {
        Guarded { value, limits: self.limits }
    }
}

macro_rules! array {
    ($($Trait:ident: $method:ident,)*) => {$(
        impl<C: $Trait> $Trait for Compound<'_, C> {
            type Ok = C::Ok;
            type Error = C::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), C::Error> {
                let value = self.guarded(value);
                self.limits.note(self.inner.$method(&value))
            }

            fn end(self) -> Result<C::Ok, C::Error> {
                self.inner.end()
            }
        }
    )*};
}

array! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field,
}

impl<C: SerializeMap> SerializeMap for Compound<'_, C> {
    type Ok = C::Ok;
    type Error = C::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), C::Error> {
        if std::mem::replace(&mut self.has_key, true) {
            return self.limits.note(Err(C::Error::custom("a key without a value")));
        }
        let limits = Limits { is_key: true, ..self.limits };
        self.limits.note(self.inner.serialize_key(&Guarded { value: key, limits }))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), C::Error> {
        if !std::mem::replace(&mut self.has_key, false) {
            return self.limits.note(Err(C::Error::custom("a value without a key")));
        }
        let value = self.guarded(value);
        self.limits.note(self.inner.serialize_value(&value))
    }

    fn end(self) -> Result<C::Ok, C::Error> {
        if self.has_key {
            return Err(C::Error::custom("a key without a value"));
        }
        self.inner.end()
    }
}

impl<C: SerializeStructVariant> SerializeStructVariant for Compound<'_, C> {
    type Ok = C::Ok;
    type Error = C::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), C::Error> {
        let value = self.guarded(value);
        let checked = check_name(name).and_then(|()| self.inner.serialize_field(name, &value));
        self.limits.note(checked)
    }

    fn end(self) -> Result<C::Ok, C::Error> {
        self.inner.end()
    }
}

impl<C: SerializeStruct> SerializeStruct for Compound<'_, C> {
    type Ok = C::Ok;
    type Error = C::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), C::Error> {
        let value = self.guarded(value);
        if !self.is_text {
            let checked = check_name(name).and_then(|()| self.inner.serialize_field(name, &value));
            return self.limits.note(checked);
        }
        let is_second = std::mem::replace(&mut self.has_text, true);
        let text = serde_json::to_value(&value).unwrap_or(Value::Null);
        if is_second || !is_readable(&text, self.limits.room) {
            return self.limits.note(Err(C::Error::custom("a text that is not to be read as JSON")));
        }
        self.limits.note(self.inner.serialize_field(name, &text))
    }

    fn end(self) -> Result<C::Ok, C::Error> {
        if self.is_text && !self.has_text {
            return Err(C::Error::custom("JSON as text without the text"));
        }
        self.inner.end()
    }
}

/// Rejects a name that would make serde_json read the object as JSON text.
fn check_name<E: Error>(name: &str) -> Result<(), E> {
    if name.starts_with(JSON_TEXT) { Err(E::custom("a name that is serde_json's own")) } else { Ok(()) }
}

/// Returns whether JSON text that serde_json writes unchanged can be read.
fn is_readable(text: &Value, room: usize) -> bool {
    let Value::String(text) = text else { return false };
    text.trim() == text && serde_json::from_str::<Value>(text).is_ok_and(|value| fits(&value, room))
}

/// Returns whether a value is not nested too deep and has only numbers that a reader without `arbitrary_precision`
/// can represent.
fn fits(value: &Value, room: usize) -> bool {
    match value {
        Value::Number(number) => number.as_f64().is_some(),
        Value::Array(items) => room > 0 && items.iter().all(|item| fits(item, room - 1)),
        Value::Object(members) => room > 0 && members.values().all(|member| fits(member, room - 1)),
        _ => true,
    }
}
