//! Reads the name of a member, and its value as a string, a number or neither.
//!
//! A standard member is always a string or a number.

use crate::members::JSON_TEXT;
use http::StatusCode;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// Reads the name of a member and passes it to a function.
pub(crate) struct NameSeed<F>(pub(crate) F);

impl<'de, T, F: FnOnce(&str) -> T> DeserializeSeed<'de> for NameSeed<F> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T, F: FnOnce(&str) -> T> Visitor<'_> for NameSeed<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<T, E> {
        Ok(self.0(name))
    }
}

/// Reads any value, and skips the content of a value that is not a string or a number.
#[derive(Clone, Copy)]
pub(crate) struct ScalarSeed;

pub(crate) enum Scalar<'de> {
    Text(Cow<'de, str>),
    Number(f64),
    Other,
}

impl<'de> Scalar<'de> {
    /// Parses a number from text.
    ///
    /// Accepts the numbers of JSON, and the integers of XML Schema, which may begin with `+` or zeros.
    #[cfg(feature = "xml")]
    pub(crate) fn parse(text: &str) -> Self {
        let text = text.trim_ascii();
        let integer = text.parse::<u16>().map(f64::from);
        integer.or_else(|_| serde_json::from_str(text)).map_or(Self::Other, Self::Number)
    }

    /// Returns the value if it is a string.
    pub(crate) fn text(self) -> Option<Cow<'de, str>> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Other => None,
        }
    }

    /// Returns the value as a `status`, or `None` if it is not an integer from 100 to 599.
    ///
    /// 404, 404.0 and 4.04e2 are the same code.
    pub(crate) fn status(self) -> Option<StatusCode> {
        let Self::Number(code) = self else { return None };
        let is_code = code.fract() == 0.0 && (100.0..600.0).contains(&code);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is an integer below 600"
        )]
        is_code.then_some(code as u16).and_then(|code| StatusCode::from_u16(code).ok())
    }
}

impl<'de> DeserializeSeed<'de> for ScalarSeed {
    type Value = Scalar<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Scalar<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! other {
    ($($method:ident($ty:ty)),*) => {$(
        fn $method<E: Error>(self, _: $ty) -> Result<Scalar<'de>, E> {
            Ok(Scalar::Other)
        }
    )*};
}

impl<'de> Visitor<'de> for ScalarSeed {
    type Value = Scalar<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Text(Cow::Borrowed(text)))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Text(Cow::Owned(text)))
    }

    #[allow(clippy::cast_precision_loss, reason = "a status code has three digits")]
    fn visit_u64<E: Error>(self, number: u64) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Number(number as f64))
    }

    #[allow(clippy::cast_precision_loss, reason = "a status code has three digits")]
    fn visit_i64<E: Error>(self, number: i64) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Number(number as f64))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Number(number))
    }

    other!(visit_bool(bool), visit_i128(i128), visit_u128(u128), visit_bytes(&[u8]));

    fn visit_none<E: Error>(self) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Other)
    }

    fn visit_unit<E: Error>(self) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Other)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Scalar<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Scalar<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Scalar<'de>, A::Error> {
        IgnoredAny.visit_seq(seq)?;
        Ok(Scalar::Other)
    }

    /// Reads an object or a number.
    ///
    /// With the feature `arbitrary_precision`, serde_json passes a number as text under a special name.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar<'de>, A::Error> {
        let Some(name) = map.next_key_seed(Self)? else { return Ok(Scalar::Other) };
        if name.text().is_none_or(|name| name.strip_prefix(JSON_TEXT) != Some("Number")) {
            map.next_value::<IgnoredAny>()?;
            IgnoredAny.visit_map(map)?;
            return Ok(Scalar::Other);
        }
        let number = map.next_value_seed(Self)?.text().and_then(|text| text.parse().ok());
        Ok(number.map_or(Scalar::Other, Scalar::Number))
    }
}
