//! Deserialises values from XML, which has only text where JSON has strings, numbers, booleans and empty values.

use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error, IntoDeserializer, Unexpected, Visitor};
use serde_json::{Map, Number, Value};

/// Deserialises a value and interprets its text as `T` requires.
///
/// It tries all [`WAYS`] in order and returns the first result.
pub(crate) fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    WAYS.iter().find_map(|way| T::deserialize(Untyped::new(value, *way)).ok())
}

/// How to read text that is ambiguous.
#[derive(Clone, Copy)]
struct Way {
    /// Whether text that looks like a number or a boolean is read as one if the type accepts any value.
    /// Serde makes a type accept any value under `flatten`, `tag` and `untagged`.
    guesses: bool,
    /// Whether empty text is read as `None` for an `Option`.
    empty_is_none: bool,
}

/// The ways, from the most faithful to the least.
const WAYS: [Way; 4] = [
    Way { guesses: false, empty_is_none: false },
    Way { guesses: false, empty_is_none: true },
    Way { guesses: true, empty_is_none: false },
    Way { guesses: true, empty_is_none: true },
];

#[derive(Clone, Copy)]
struct Untyped<'a> {
    value: UntypedValue<'a>,
    way: Way,
}

#[derive(Clone, Copy)]
enum UntypedValue<'a> {
    Text(&'a str),
    Array(&'a [Value]),
    Object(&'a Map<String, Value>),
    /// A value that is not text, because it was added at run time and not read from XML.
    Typed(&'a Value),
}

impl<'a> Untyped<'a> {
    fn new(value: &'a Value, way: Way) -> Self {
        let value = match value {
            Value::String(text) => UntypedValue::Text(text),
            Value::Array(items) => UntypedValue::Array(items),
            Value::Object(members) => UntypedValue::Object(members),
            value => UntypedValue::Typed(value),
        };
        Self { value, way }
    }

    /// Returns the text without surrounding white space.
    fn trimmed(&self) -> Option<&'a str> {
        match self.value {
            UntypedValue::Text(text) => Some(text.trim_ascii()),
            _ => None,
        }
    }

    fn is_blank(&self) -> bool {
        self.trimmed() == Some("")
    }

    fn boolean(&self) -> Option<bool> {
        self.trimmed()?.parse().ok()
    }

    /// Returns the text if it begins like a number in JSON.
    fn number(&self) -> Option<&'a str> {
        self.trimmed().filter(|text| text.starts_with(|char: char| char == '-' || char.is_ascii_digit()))
    }

    fn items<V: Visitor<'a>>(self, items: &'a [Value], visitor: V) -> Result<V::Value, serde_json::Error> {
        let mut items = SeqDeserializer::new(items.iter().map(|item| Self::new(item, self.way)));
        let value = visitor.visit_seq(&mut items)?;
        items.end()?;
        Ok(value)
    }

    fn members(
        self,
        members: &'a Map<String, Value>,
    ) -> MapDeserializer<'a, impl Iterator<Item = (Self, Self)>, serde_json::Error> {
        // A name is always text.
        let names_way = Way { guesses: false, ..self.way };
        MapDeserializer::new(members.iter().map(move |(name, value)| {
            (Self { value: UntypedValue::Text(name), way: names_way }, Self::new(value, self.way))
        }))
    }

    /// Visits the value without interpreting its text.
    fn as_it_is<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        match self.value {
            UntypedValue::Text(text) => visitor.visit_borrowed_str(text),
            UntypedValue::Array(items) => self.items(items, visitor),
            UntypedValue::Object(members) => self.object(members, visitor),
            UntypedValue::Typed(value) => value.deserialize_any(visitor),
        }
    }

    fn object<V: Visitor<'a>>(
        self,
        members: &'a Map<String, Value>,
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        let mut members = self.members(members);
        let value = visitor.visit_map(&mut members)?;
        members.end()?;
        Ok(value)
    }
}

impl<'a> IntoDeserializer<'a, serde_json::Error> for Untyped<'a> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Reads a number from text by the grammar of JSON.
macro_rules! number {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
            let Some(number) = self.number() else { return self.as_it_is(visitor) };
            let mut deserializer = serde_json::Deserializer::from_str(number);
            let value = deserializer.$method(visitor)?;
            deserializer.end()?;
            Ok(value)
        }
    )*};
}

macro_rules! text {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
            self.as_it_is(visitor)
        }
    )*};
}

impl<'a> Deserializer<'a> for Untyped<'a> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        if self.way.guesses {
            if let Some(boolean) = self.boolean() {
                return visitor.visit_bool(boolean);
            }
            let is_number = |text: &&str| serde_json::from_str::<Number>(text).is_ok();
            if let Some(number) = self.number().filter(is_number) {
                return serde_json::Deserializer::from_str(number).deserialize_any(visitor);
            }
        }
        self.as_it_is(visitor)
    }

    number! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64
    }

    text! {
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf
        deserialize_identifier
    }

    fn deserialize_bool<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        match self.boolean() {
            Some(boolean) => visitor.visit_bool(boolean),
            None => self.as_it_is(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        let is_null = matches!(self.value, UntypedValue::Typed(Value::Null));
        let is_none = is_null || (self.way.empty_is_none && self.is_blank());
        if is_none { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        if self.is_blank() { visitor.visit_unit() } else { self.as_it_is(visitor) }
    }

    fn deserialize_unit_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        if self.is_blank() { self.items(&[], visitor) } else { self.as_it_is(visitor) }
    }

    fn deserialize_tuple<V: Visitor<'a>>(self, _: usize, visitor: V) -> Result<V::Value, serde_json::Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        if self.is_blank() {
            return visitor
                .visit_map(MapDeserializer::<std::iter::Empty<(Self, Self)>, _>::new(std::iter::empty()));
        }
        self.as_it_is(visitor)
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'a>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        match self.value {
            UntypedValue::Text(variant) => visitor.visit_enum(variant.into_deserializer()),
            UntypedValue::Object(members) if members.len() == 1 => {
                visitor.visit_enum(MapAccessDeserializer::new(self.members(members)))
            }
            UntypedValue::Object(_) => {
                Err(Error::invalid_value(Unexpected::Map, &"an object with one member"))
            }
            UntypedValue::Array(_) => Err(Error::invalid_type(Unexpected::Seq, &"a variant")),
            UntypedValue::Typed(value) => value.deserialize_enum(name, variants, visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        visitor.visit_unit()
    }
}
