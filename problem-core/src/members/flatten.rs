//! The entries of a map or struct, one by one.

use super::Members;
use serde::Serialize;
use serde::ser::{
    Error as _, Impossible, SerializeMap, SerializeStruct, SerializeStructVariant, SerializeTupleVariant,
    Serializer,
};
use serde_json::Value;
use serde_json::value::Serializer as ValueSerializer;

/// Writes the entries of `value` whose names are not among `declared`.
pub(super) fn flatten<T: Serialize + ?Sized>(members: &mut Members<'_>, declared: &[&str], value: &T) {
    // What fails midway has written only whole entries, and those stay.
    let _ = value.serialize(Flatten { members, declared });
}

struct Flatten<'a, 'm> {
    members: &'a mut Members<'m>,
    declared: &'a [&'a str],
}

impl Flatten<'_, '_> {
    fn entry<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if !self.declared.contains(&name) {
            self.members.member(name, value);
        }
    }

    /// Writes the entries of what is an object already.
    fn object(&mut self, object: &Value) {
        for (name, value) in object.as_object().into_iter().flatten() {
            self.entry(name, value);
        }
    }
}

/// A key under which JSON can hold a member.
fn name_of<K: Serialize + ?Sized>(key: &K) -> Option<String> {
    match serde_json::to_value(key).ok()? {
        Value::String(name) => Some(name),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// Begins the names of structs whose one field is JSON as text: serde_json has them for its features `raw_value` and
/// `arbitrary_precision`.
const JSON_TEXT: &str = "$serde_json::private::";

fn no_entries<T>() -> Result<T, serde_json::Error> {
    Err(serde_json::Error::custom("only a map or a struct has entries"))
}

macro_rules! no_entries {
    ($($method:ident: $ty:ty,)*) => {$(
        fn $method(self, _: $ty) -> Result<(), serde_json::Error> {
            no_entries()
        }
    )*};
}

impl<'a, 'm> Serializer for Flatten<'a, 'm> {
    type Ok = ();
    type Error = serde_json::Error;
    type SerializeSeq = Impossible<(), serde_json::Error>;
    type SerializeTuple = Impossible<(), serde_json::Error>;
    type SerializeTupleStruct = Impossible<(), serde_json::Error>;
    type SerializeTupleVariant = VariantEntry<'a, 'm, <ValueSerializer as Serializer>::SerializeTupleVariant>;
    type SerializeMap = MapEntries<'a, 'm>;
    type SerializeStruct = StructEntries<'a, 'm>;
    type SerializeStructVariant =
        VariantEntry<'a, 'm, <ValueSerializer as Serializer>::SerializeStructVariant>;

    no_entries! {
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
        serialize_f32: f32,
        serialize_f64: f64,
        serialize_char: char,
        serialize_str: &str,
        serialize_bytes: &[u8],
        serialize_unit_struct: &'static str,
    }

    fn serialize_none(self) -> Result<(), serde_json::Error> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), serde_json::Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), serde_json::Error> {
        Ok(())
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
    ) -> Result<(), serde_json::Error> {
        no_entries()
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), serde_json::Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), serde_json::Error> {
        self.entry(variant, value);
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, serde_json::Error> {
        no_entries()
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, serde_json::Error> {
        no_entries()
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, serde_json::Error> {
        no_entries()
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeTupleVariant, serde_json::Error> {
        let value = ValueSerializer.serialize_tuple_variant(name, index, variant, len)?;
        Ok(VariantEntry { entries: self, value })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<MapEntries<'a, 'm>, serde_json::Error> {
        Ok(MapEntries { entries: self, name: None })
    }

    fn serialize_struct(
        self,
        name: &'static str,
        _: usize,
    ) -> Result<StructEntries<'a, 'm>, serde_json::Error> {
        Ok(StructEntries { entries: self, is_json_text: name.starts_with(JSON_TEXT) })
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeStructVariant, serde_json::Error> {
        let value = ValueSerializer.serialize_struct_variant(name, index, variant, len)?;
        Ok(VariantEntry { entries: self, value })
    }
}

struct MapEntries<'a, 'm> {
    entries: Flatten<'a, 'm>,
    /// The name of the entry whose value comes next, if it can be one.
    name: Option<String>,
}

impl SerializeMap for MapEntries<'_, '_> {
    type Ok = ();
    type Error = serde_json::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), serde_json::Error> {
        self.name = name_of(key);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), serde_json::Error> {
        if let Some(name) = self.name.take() {
            self.entries.entry(&name, value);
        }
        Ok(())
    }

    fn end(self) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

struct StructEntries<'a, 'm> {
    entries: Flatten<'a, 'm>,
    is_json_text: bool,
}

impl SerializeStruct for StructEntries<'_, '_> {
    type Ok = ();
    type Error = serde_json::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), serde_json::Error> {
        if !self.is_json_text {
            self.entries.entry(name, value);
        } else if let Value::String(json) = serde_json::to_value(value)? {
            self.entries.object(&serde_json::from_str(&json)?);
        }
        Ok(())
    }

    fn end(self) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

/// A variant with fields, which is one entry under the name of the variant.
struct VariantEntry<'a, 'm, V> {
    entries: Flatten<'a, 'm>,
    value: V,
}

impl<V: SerializeTupleVariant<Ok = Value, Error = serde_json::Error>> SerializeTupleVariant
    for VariantEntry<'_, '_, V>
{
    type Ok = ();
    type Error = serde_json::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), serde_json::Error> {
        self.value.serialize_field(value)
    }

    fn end(mut self) -> Result<(), serde_json::Error> {
        self.value.end().map(|object| self.entries.object(&object))
    }
}

impl<V: SerializeStructVariant<Ok = Value, Error = serde_json::Error>> SerializeStructVariant
    for VariantEntry<'_, '_, V>
{
    type Ok = ();
    type Error = serde_json::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), serde_json::Error> {
        self.value.serialize_field(name, value)
    }

    fn end(mut self) -> Result<(), serde_json::Error> {
        self.value.end().map(|object| self.entries.object(&object))
    }
}
