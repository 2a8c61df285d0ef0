//! Writes the entries of a map or struct as separate members.

use super::Members;
use super::value::{self, JSON_TEXT};
use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde::ser::{Error as _, Impossible, Serialize, SerializeMap, SerializeStruct, Serializer};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// Writes the entries of `value` whose names are not among `declared`.
pub(super) fn flatten<T: Serialize + ?Sized>(members: &mut Members<'_>, declared: &[&str], value: &T) {
    let mut variant = None;
    // An error can be ignored: only whole entries are written, and those are kept.
    let _ = value.serialize(Flatten { members, declared, variant: &mut variant });
    if let Some(variant) = variant.filter(|variant| !declared.contains(variant)) {
        members.only_entry(variant, value);
    }
}

struct Flatten<'a, 'm> {
    members: &'a mut Members<'m>,
    declared: &'a [&'a str],
    /// Set to the name of the variant if the value is a tuple or struct variant.
    /// Such a value has one entry, which is written as a whole.
    variant: &'a mut Option<&'static str>,
}

impl Flatten<'_, '_> {
    fn entry<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if !self.declared.contains(&name) {
            self.members.member(name, value);
        }
    }
}

/// Returns a key as it is written in JSON, or `None` if it cannot be a key there.
fn name_from_key<K: Serialize + ?Sized>(key: &K) -> Option<String> {
    struct OneEntry<'a, K: ?Sized>(&'a K);

    impl<K: Serialize + ?Sized> Serialize for OneEntry<'_, K> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map([(self.0, 0)])
        }
    }

    let mut json = Vec::new();
    value::write(&mut json, &OneEntry(key)).ok()?;
    let map: BTreeMap<String, u8> = serde_json::from_slice(&json).ok()?;
    map.into_keys().next()
}

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
    type SerializeTupleVariant = Impossible<(), serde_json::Error>;
    type SerializeMap = MapEntries<'a, 'm>;
    type SerializeStruct = StructEntries<'a, 'm>;
    type SerializeStructVariant = Impossible<(), serde_json::Error>;

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
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, serde_json::Error> {
        *self.variant = Some(variant);
        no_entries()
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
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, serde_json::Error> {
        *self.variant = Some(variant);
        no_entries()
    }

    /// Rejects text, which has no entries; the default implementation would panic if the `Display` impl fails.
    fn collect_str<T: fmt::Display + ?Sized>(self, _: &T) -> Result<(), serde_json::Error> {
        no_entries()
    }
}

struct MapEntries<'a, 'm> {
    entries: Flatten<'a, 'm>,
    /// The name of the entry whose value comes next; `None` if its key cannot be a name.
    name: Option<String>,
}

impl SerializeMap for MapEntries<'_, '_> {
    type Ok = ();
    type Error = serde_json::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), serde_json::Error> {
        self.name = name_from_key(key);
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
            return Ok(());
        }
        let mut json = Vec::new();
        value::write(&mut json, value).map_err(|_| serde_json::Error::custom("no text"))?;
        let text: String = serde_json::from_slice(&json)?;
        serde_json::Deserializer::from_str(&text).deserialize_map(&mut self.entries)
    }

    fn end(self) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

/// Writes the entries of an object that is parsed from JSON text.
impl<'de> Visitor<'de> for &mut Flatten<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some((name, value)) = object.next_entry::<String, Value>()? {
            self.entry(&name, &value);
        }
        Ok(())
    }
}
