//! Serialises the values of members.
//!
//! The JSON is the same as that of serde_json, which also writes the numbers. It is written by a serialiser of our own,
//! because serde_json panics or writes invalid JSON if a `Serialize` impl is faulty.

mod json_text;
mod key;

pub(crate) use self::json_text::JSON_TEXT;

use self::json_text::JsonText;
use self::key::KeySerializer;
use crate::shared::escape::escape;
use crate::write::json::escape_from;
use serde::ser::{
    Error, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use std::fmt::{self, Display, Write};

/// How many levels deep a member may be nested.
///
/// Together with the object of the problem, this is as deep as serde_json reads.
const MAX_DEPTH: usize = 126;

/// Appends a value as JSON.
///
/// On an error, the caller must truncate: part of the value may have been written.
pub(crate) fn write<T: Serialize + ?Sized>(json: &mut Vec<u8>, value: &T) -> Result<(), Unsendable> {
    let mut writer = Writer { json, room: MAX_DEPTH, is_broken: false };
    value.serialize(&mut writer)?;
    if writer.is_broken { Err(Unsendable) } else { Ok(()) }
}

/// A value that cannot be sent.
#[derive(Debug)]
pub(crate) struct Unsendable;

impl Display for Unsendable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that cannot be sent")
    }
}

impl std::error::Error for Unsendable {}

impl Error for Unsendable {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

struct Writer<'a> {
    json: &'a mut Vec<u8>,
    /// How many more levels of arrays and objects may be nested.
    room: usize,
    /// Whether an error has occurred; an impl may ignore it and return `Ok`.
    is_broken: bool,
}

impl Writer<'_> {
    /// Begins arrays and objects, one for each byte of `start`.
    #[inline]
    fn enter(&mut self, start: &[u8]) -> Result<(), Unsendable> {
        self.room = self.room.checked_sub(start.len()).ok_or(Unsendable)?;
        self.json.extend_from_slice(start);
        Ok(())
    }

    /// Ends arrays and objects.
    #[inline]
    fn leave(&mut self, end: &[u8]) {
        self.room += end.len();
        self.json.extend_from_slice(end);
    }

    /// Appends a value within the current array or object.
    #[inline]
    fn inner<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsendable> {
        let written = value.serialize(&mut *self);
        self.note(written)
    }

    /// Records whether the result is an error, and returns it.
    #[inline]
    fn note(&mut self, written: Result<(), Unsendable>) -> Result<(), Unsendable> {
        self.is_broken |= written.is_err();
        written
    }

    /// Appends the name of a member and a colon.
    #[inline]
    fn name(&mut self, name: &str) -> Result<(), Unsendable> {
        check_name(name)?;
        self.json.push(b'"');
        escape(self.json, name);
        self.json.extend_from_slice(b"\":");
        Ok(())
    }

    #[inline]
    fn text(&mut self, text: &str) {
        self.json.push(b'"');
        escape(self.json, text);
        self.json.push(b'"');
    }

    /// Appends the `Display` text of a value as a string.
    fn displayed<T: Display + ?Sized>(&mut self, value: &T) -> Result<(), Unsendable> {
        let start = self.json.len();
        write!(Unescaped(self.json), "\"{value}").map_err(|_| Unsendable)?;
        escape_from(self.json, start + 1);
        self.json.push(b'"');
        Ok(())
    }

    /// Begins the object of a variant, whose only member has the name of the variant.
    fn variant(&mut self, variant: &str) -> Result<(), Unsendable> {
        self.enter(b"{")?;
        self.name(variant)
    }
}

/// Appends text as it is.
struct Unescaped<'a>(&'a mut Vec<u8>);

impl Write for Unescaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

/// Rejects a name that would make serde_json read the object as JSON text.
#[inline]
fn check_name(name: &str) -> Result<(), Unsendable> {
    if name.starts_with(JSON_TEXT) { Err(Unsendable) } else { Ok(()) }
}

/// Writes numbers by means of serde_json.
macro_rules! numbers {
    ($($method:ident: $ty:ty,)*) => {$(
        #[inline]
        fn $method(self, number: $ty) -> Result<(), Unsendable> {
            serde_json::to_writer(&mut *self.json, &number).map_err(|_| Unsendable)
        }
    )*};
}

impl<'a, 'b> Serializer for &'b mut Writer<'a> {
    type Ok = ();
    type Error = Unsendable;
    type SerializeSeq = Items<'a, 'b>;
    type SerializeTuple = Items<'a, 'b>;
    type SerializeTupleStruct = Items<'a, 'b>;
    type SerializeTupleVariant = Items<'a, 'b>;
    type SerializeMap = Entries<'a, 'b>;
    type SerializeStruct = Fields<'a, 'b>;
    type SerializeStructVariant = Fields<'a, 'b>;

    numbers! {
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_i128: i128,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
        serialize_u128: u128,
        serialize_f32: f32,
        serialize_f64: f64,
    }

    fn serialize_bool(self, value: bool) -> Result<(), Unsendable> {
        self.json.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Unsendable> {
        self.text(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Unsendable> {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Unsendable> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Unsendable> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsendable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unsendable> {
        self.json.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unsendable> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unsendable> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unsendable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unsendable> {
        self.variant(variant)?;
        self.inner(value)?;
        self.leave(b"}");
        Ok(())
    }

    // An impl may announce another length than it writes, so no length is used.

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a, 'b>, Unsendable> {
        self.enter(b"[")?;
        Ok(Items { writer: self, is_empty: true, end: b"]" })
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'a, 'b>, Unsendable> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'a, 'b>, Unsendable> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'a, 'b>, Unsendable> {
        self.variant(variant)?;
        self.enter(b"[")?;
        Ok(Items { writer: self, is_empty: true, end: b"]}" })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'a, 'b>, Unsendable> {
        self.enter(b"{")?;
        Ok(Entries { writer: self, is_empty: true, has_key: false })
    }

    #[inline]
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Fields<'a, 'b>, Unsendable> {
        if name.starts_with(JSON_TEXT) {
            return Ok(Fields::Text(JsonText::new(self)));
        }
        self.enter(b"{")?;
        Ok(Fields::Members { writer: self, is_empty: true, end: b"}" })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Fields<'a, 'b>, Unsendable> {
        self.variant(variant)?;
        self.enter(b"{")?;
        Ok(Fields::Members { writer: self, is_empty: true, end: b"}}" })
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Unsendable> {
        self.displayed(value)
    }
}

/// Writes the items of an array.
struct Items<'a, 'b> {
    writer: &'b mut Writer<'a>,
    is_empty: bool,
    end: &'static [u8],
}

macro_rules! items {
    ($($Trait:ident: $method:ident,)*) => {$(
        impl $Trait for Items<'_, '_> {
            type Ok = ();
            type Error = Unsendable;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsendable> {
                separate(self.writer.json, &mut self.is_empty);
                self.writer.inner(value)
            }

            fn end(self) -> Result<(), Unsendable> {
                self.writer.leave(self.end);
                Ok(())
            }
        }
    )*};
}

items! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field,
}

/// Appends a comma, unless this is the first item or member.
#[inline]
fn separate(json: &mut Vec<u8>, is_empty: &mut bool) {
    if !std::mem::replace(is_empty, false) {
        json.push(b',');
    }
}

/// Writes the entries of a map.
struct Entries<'a, 'b> {
    writer: &'b mut Writer<'a>,
    is_empty: bool,
    /// Whether a key has been written and its value has not.
    has_key: bool,
}

impl SerializeMap for Entries<'_, '_> {
    type Ok = ();
    type Error = Unsendable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unsendable> {
        if std::mem::replace(&mut self.has_key, true) {
            return self.writer.note(Err(Unsendable));
        }
        separate(self.writer.json, &mut self.is_empty);
        let written = key.serialize(KeySerializer(self.writer));
        self.writer.json.push(b':');
        self.writer.note(written)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsendable> {
        if !std::mem::replace(&mut self.has_key, false) {
            return self.writer.note(Err(Unsendable));
        }
        self.writer.inner(value)
    }

    fn end(self) -> Result<(), Unsendable> {
        if self.has_key {
            return Err(Unsendable);
        }
        self.writer.leave(b"}");
        Ok(())
    }
}

/// Writes the fields of a struct.
enum Fields<'a, 'b> {
    Members {
        writer: &'b mut Writer<'a>,
        is_empty: bool,
        end: &'static [u8],
    },
    /// One of serde_json's private structs, which holds JSON as text.
    Text(JsonText<'a, 'b>),
}

macro_rules! fields {
    ($($Trait:ident)*) => {$(
        impl $Trait for Fields<'_, '_> {
            type Ok = ();
            type Error = Unsendable;

            #[inline]
            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Unsendable> {
                match self {
                    Self::Members { writer, is_empty, .. } => {
                        separate(writer.json, is_empty);
                        let named = writer.name(name);
                        writer.note(named)?;
                        writer.inner(value)
                    }
                    Self::Text(text) => text.field(value),
                }
            }

            fn end(self) -> Result<(), Unsendable> {
                match self {
                    Self::Members { writer, end, .. } => {
                        writer.leave(end);
                        Ok(())
                    }
                    Self::Text(text) => text.end(),
                }
            }
        }
    )*};
}

fields!(SerializeStruct SerializeStructVariant);
