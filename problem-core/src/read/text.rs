//! Strings, which standard members are, and whatever stands in their place.

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// Reads a string; anything else is passed over.
#[derive(Clone, Copy)]
pub(crate) struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Option<Cow<'de, str>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! pass_over {
    ($($method:ident($ty:ty)),*) => {$(
        fn $method<E: Error>(self, _: $ty) -> Result<Option<Cow<'de, str>>, E> {
            Ok(None)
        }
    )*};
}

impl<'de> Visitor<'de> for Text {
    type Value = Option<Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<Cow<'de, str>>, E> {
        Ok(Some(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Option<Cow<'de, str>>, E> {
        Ok(Some(Cow::Borrowed(text)))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Option<Cow<'de, str>>, E> {
        Ok(Some(Cow::Owned(text)))
    }

    pass_over!(
        visit_bool(bool),
        visit_i64(i64),
        visit_i128(i128),
        visit_u64(u64),
        visit_u128(u128),
        visit_f64(f64),
        visit_bytes(&[u8])
    );

    fn visit_none<E: Error>(self) -> Result<Option<Cow<'de, str>>, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Cow<'de, str>>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Cow<'de, str>>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Option<Cow<'de, str>>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Option<Cow<'de, str>>, A::Error> {
        IgnoredAny.visit_seq(seq)?;
        Ok(None)
    }

    /// An object, or with serde_json's feature `arbitrary_precision` a number.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<Cow<'de, str>>, A::Error> {
        IgnoredAny.visit_map(map)?;
        Ok(None)
    }
}
