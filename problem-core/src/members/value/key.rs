//! Serialises the keys of maps, which are strings in JSON.

use super::{JSON_TEXT, Unsendable, Writer, check_name};
use serde::ser::{Impossible, Serialize, Serializer};
use std::fmt::Display;

/// Writes a key as a string, if it is a string, a number, a boolean or a unit variant.
pub(super) struct KeySerializer<'a, 'b>(pub(super) &'b mut Writer<'a>);

impl KeySerializer<'_, '_> {
    fn name(self, name: &str) -> Result<(), Unsendable> {
        check_name(name)?;
        self.0.text(name);
        Ok(())
    }

    fn quoted<T: Serialize>(self, value: T) -> Result<(), Unsendable> {
        self.0.json.push(b'"');
        value.serialize(&mut *self.0)?;
        self.0.json.push(b'"');
        Ok(())
    }
}

macro_rules! quoted {
    ($($method:ident: $ty:ty,)*) => {$(
        fn $method(self, value: $ty) -> Result<(), Unsendable> {
            self.quoted(value)
        }
    )*};
}

macro_rules! finite {
    ($($method:ident: $ty:ty,)*) => {$(
        fn $method(self, value: $ty) -> Result<(), Unsendable> {
            if value.is_finite() { self.quoted(value) } else { Err(Unsendable) }
        }
    )*};
}

macro_rules! no_key {
    ($($method:ident($($ty:ty),*) -> $Ok:ty,)*) => {$(
        fn $method(self, $(_: $ty),*) -> Result<$Ok, Unsendable> {
            Err(Unsendable)
        }
    )*};
}

type NoKey = Impossible<(), Unsendable>;

impl Serializer for KeySerializer<'_, '_> {
    type Ok = ();
    type Error = Unsendable;
    type SerializeSeq = NoKey;
    type SerializeTuple = NoKey;
    type SerializeTupleStruct = NoKey;
    type SerializeTupleVariant = NoKey;
    type SerializeMap = NoKey;
    type SerializeStruct = NoKey;
    type SerializeStructVariant = NoKey;

    quoted! {
        serialize_bool: bool,
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
    }

    finite! {
        serialize_f32: f32,
        serialize_f64: f64,
    }

    no_key! {
        serialize_bytes(&[u8]) -> (),
        serialize_none() -> (),
        serialize_unit() -> (),
        serialize_unit_struct(&'static str) -> (),
        serialize_seq(Option<usize>) -> NoKey,
        serialize_tuple(usize) -> NoKey,
        serialize_tuple_struct(&'static str, usize) -> NoKey,
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> NoKey,
        serialize_map(Option<usize>) -> NoKey,
        serialize_struct(&'static str, usize) -> NoKey,
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> NoKey,
    }

    fn serialize_char(self, value: char) -> Result<(), Unsendable> {
        self.name(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Unsendable> {
        self.name(value)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unsendable> {
        self.name(variant)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsendable> {
        value.serialize(self)
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
        _: &'static str,
        _: &T,
    ) -> Result<(), Unsendable> {
        Err(Unsendable)
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Unsendable> {
        let start = self.0.json.len();
        self.0.displayed(value)?;
        // The text after the quotation mark; no character of the reserved names is escaped.
        if self.0.json[start + 1..].starts_with(JSON_TEXT.as_bytes()) { Err(Unsendable) } else { Ok(()) }
    }
}
