//! Deserialises a value from XML, in which each ambiguous text has its current meaning.

use super::leaves::{Leaf, Leaves, Meaning, Number};
use super::refusal::Refusal;
use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error, IntoDeserializer, Unexpected, Visitor};
use serde_json::{Map, Value};

/// A value from XML.
///
/// If a type asks for a number, a boolean or something else that XML does not have, the text is read as that. If a type
/// accepts any value, the text has its current meaning.
#[derive(Clone, Copy)]
pub(super) struct Untyped<'a> {
    node: Node<'a>,
    leaves: &'a Leaves<'a>,
}

#[derive(Clone, Copy)]
enum Node<'a> {
    Value(&'a Value),
    /// The name of a member.
    Name(&'a str),
}

impl<'a> Untyped<'a> {
    pub(super) fn new(value: &'a Value, leaves: &'a Leaves<'a>) -> Self {
        Self { node: Node::Value(value), leaves }
    }

    /// Returns the leaf, if the value is a text with more than one meaning.
    fn leaf(&self) -> Option<&'a Leaf<'a>> {
        match self.node {
            Node::Value(value) => self.leaves.get(value),
            Node::Name(_) => None,
        }
    }

    /// Returns the text, at the address that identifies it.
    fn text(&self) -> Option<&'a str> {
        match self.node {
            Node::Value(Value::String(text)) => Some(self.leaf().map_or(text, Leaf::text)),
            Node::Value(_) => None,
            Node::Name(name) => Some(name),
        }
    }

    fn trimmed(&self) -> Option<&'a str> {
        self.text().map(str::trim_ascii)
    }

    fn is_blank(&self) -> bool {
        self.trimmed() == Some("")
    }

    fn number(&self) -> Option<Number> {
        Number::parse(self.trimmed()?)
    }

    fn items<V: Visitor<'a>>(self, items: &'a [Value], visitor: V) -> Result<V::Value, Refusal> {
        let mut items = SeqDeserializer::new(items.iter().map(|item| Self::new(item, self.leaves)));
        let value = visitor.visit_seq(&mut items)?;
        items.end()?;
        Ok(value)
    }

    fn entries(
        self,
        members: &'a Map<String, Value>,
    ) -> MapDeserializer<'a, impl Iterator<Item = (Self, Self)>, Refusal> {
        MapDeserializer::new(members.iter().map(move |(name, value)| {
            (Self { node: Node::Name(name), ..self }, Self::new(value, self.leaves))
        }))
    }

    fn object<V: Visitor<'a>>(
        self,
        members: &'a Map<String, Value>,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        let mut entries = self.entries(members);
        let value = visitor.visit_map(&mut entries)?;
        entries.end()?;
        Ok(value)
    }

    fn no_entries<V: Visitor<'a>>(visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_map(MapDeserializer::<std::iter::Empty<(Self, Self)>, _>::new(std::iter::empty()))
    }

    /// Visits the value without interpreting its text.
    fn as_it_is<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.node {
            Node::Value(Value::Array(items)) => self.items(items, visitor),
            Node::Value(Value::Object(members)) => self.object(members, visitor),
            Node::Value(Value::String(_)) | Node::Name(_) => {
                visitor.visit_borrowed_str(self.text().unwrap_or_default())
            }
            // A value that is not text was added at run time, and not read from XML.
            Node::Value(value) => value.deserialize_any(visitor).map_err(Refusal::custom),
        }
    }
}

impl<'a> IntoDeserializer<'a, Refusal> for Untyped<'a> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

fn visit_number<'a, V: Visitor<'a>>(number: Number, visitor: V) -> Result<V::Value, Refusal> {
    match number {
        Number::Unsigned(number) => match u64::try_from(number) {
            Ok(number) => visitor.visit_u64(number),
            Err(_) => visitor.visit_u128(number),
        },
        Number::Signed(number) => match i64::try_from(number) {
            Ok(number) => visitor.visit_i64(number),
            Err(_) => visitor.visit_i128(number),
        },
        Number::Float(number) => visitor.visit_f64(number),
    }
}

macro_rules! number {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
            match self.number() {
                Some(number) => visit_number(number, visitor),
                None => self.as_it_is(visitor),
            }
        }
    )*};
}

macro_rules! text {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
            self.as_it_is(visitor)
        }
    )*};
}

macro_rules! array {
    ($($method:ident($($ty:ty),*))*) => {$(
        fn $method<V: Visitor<'a>>(self, $(_: $ty,)* visitor: V) -> Result<V::Value, Refusal> {
            if self.is_blank() { self.items(&[], visitor) } else { self.as_it_is(visitor) }
        }
    )*};
}

macro_rules! object {
    ($($method:ident($($ty:ty),*))*) => {$(
        fn $method<V: Visitor<'a>>(self, $(_: $ty,)* visitor: V) -> Result<V::Value, Refusal> {
            if self.is_blank() { Self::no_entries(visitor) } else { self.as_it_is(visitor) }
        }
    )*};
}

impl<'a> Deserializer<'a> for Untyped<'a> {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        let Some(leaf) = self.leaf() else { return self.as_it_is(visitor) };
        leaf.takes_any.set(true);
        match (leaf.meaning.get(), self.number()) {
            // As in JSON, an integer that is too large for 64 bits is a float.
            (Meaning::Number, Some(number)) => match number {
                Number::Unsigned(integer) if integer > u128::from(u64::MAX) => {
                    visitor.visit_f64(number.as_float())
                }
                Number::Signed(integer) if integer < i128::from(i64::MIN) => {
                    visitor.visit_f64(number.as_float())
                }
                number => visit_number(number, visitor),
            },
            (Meaning::Boolean, _) => visitor.visit_bool(self.trimmed() == Some("true")),
            (Meaning::EmptyArray, _) => self.items(&[], visitor),
            (Meaning::EmptyObject, _) => Self::no_entries(visitor),
            (Meaning::Null, _) => visitor.visit_unit(),
            (Meaning::Nothing, _) => visitor.visit_borrowed_bytes(&[0xff]),
            (Meaning::Text | Meaning::Number, _) => self.as_it_is(visitor),
        }
    }

    number! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f64
    }

    text! {
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf
        deserialize_identifier
    }

    array! {
        deserialize_seq()
        deserialize_tuple(usize)
        deserialize_tuple_struct(&'static str, usize)
    }

    object! {
        deserialize_map()
        deserialize_struct(&'static str, &'static [&'static str])
    }

    /// Reads an `f32` from its own digits, because rounding an `f64` could give another number.
    fn deserialize_f32<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match (self.number(), self.trimmed().and_then(|text| text.parse::<f32>().ok())) {
            (Some(Number::Float(_)), Some(number)) if number.is_finite() => visitor.visit_f32(number),
            (Some(number), _) => visit_number(number, visitor),
            (None, _) => self.as_it_is(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.trimmed().and_then(|text| text.parse().ok()) {
            Some(boolean) => visitor.visit_bool(boolean),
            None => self.as_it_is(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        if matches!(self.node, Node::Value(Value::Null)) {
            return visitor.visit_none();
        }
        if let Some(leaf) = self.leaf().filter(|_| self.is_blank()) {
            leaf.is_optional.set(true);
            if leaf.meaning.get() == Meaning::Null {
                return visitor.visit_none();
            }
        }
        visitor.visit_some(self)
    }

    fn deserialize_unit<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        if self.is_blank() { visitor.visit_unit() } else { self.as_it_is(visitor) }
    }

    fn deserialize_unit_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'a>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        if let Some(leaf) = self.leaf().filter(|_| self.is_blank()) {
            leaf.is_enum.set(true);
        }
        match self.node {
            Node::Value(Value::String(_)) | Node::Name(_) => {
                let variant = self.text().unwrap_or_default();
                visitor.visit_enum(IntoDeserializer::<Refusal>::into_deserializer(variant))
            }
            Node::Value(Value::Object(members)) if members.len() == 1 => {
                visitor.visit_enum(MapAccessDeserializer::new(self.entries(members)))
            }
            Node::Value(Value::Object(_)) => {
                Err(Refusal::invalid_value(Unexpected::Map, &"an object with one member"))
            }
            Node::Value(Value::Array(_)) => Err(Refusal::invalid_type(Unexpected::Seq, &"a variant")),
            Node::Value(value) => value.deserialize_enum(name, variants, visitor).map_err(Refusal::custom),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_unit()
    }
}
