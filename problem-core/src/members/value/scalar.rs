//! The guard of a value: scalars go through, and what holds others is guarded on.

use super::compound::Compound;
use super::{Guard, Guarded, JSON_TEXT, check_name};
use serde::ser::{Error, Serialize, Serializer};
use std::fmt::{Display, Write};

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

    /// An array of numbers.
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

    /// By way of a text of its own: serde_json panics where a `Display` fails.
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

    // serde_json takes a length of zero at its word and closes what it has opened, so that no such length is passed on.

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
