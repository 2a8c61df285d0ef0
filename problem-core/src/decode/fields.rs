//! The fields of a variant that are extension members, as a list of pairs: `(first, (second, ()))`.

use serde::de::{DeserializeOwned, MapAccess};
use serde_json::{Map, Value};

/// A field to be read from the member `name`.
///
/// One that is absent is read as `null`, which is what is left out when it is sent; and so is one of the wrong type,
/// as an `Option` cannot hold it.
pub fn field<T: ReadMember>(name: &'static str) -> impl Field<Value = T> {
    Member { name, value: None, absent: || T::deserialize(Value::Null).ok() }
}

/// As [`field`], for a field that is its default when it is absent or of the wrong type.
pub fn field_or_default<T: ReadMember + Default>(name: &'static str) -> impl Field<Value = T> {
    Member { name, value: None, absent: || Some(T::default()) }
}

/// What a field can be that is read from extension members.
#[diagnostic::on_unimplemented(
    message = "an extension member of type `{Self}` cannot be deserialised",
    label = "the trait `serde::de::DeserializeOwned` is not implemented for this type",
    note = "for a type of your own, add `#[derive(serde::Deserialize)]`",
    note = "for a type of another crate, see whether that crate has a feature for serde"
)]
pub trait ReadMember: DeserializeOwned {}

// Without this the error would be serde's, about a trait bound, and would not name the extension member.
#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> ReadMember for T {}

/// One field.
pub trait Field {
    type Value;

    fn name(&self) -> &'static str;

    fn read_next<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error>;

    fn read_from(&mut self, extensions: &Map<String, Value>);

    fn finish(self) -> Option<Self::Value>;
}

struct Member<T> {
    name: &'static str,
    value: Option<T>,
    absent: fn() -> Option<T>,
}

impl<T: DeserializeOwned> Field for Member<T> {
    type Value = T;

    fn name(&self) -> &'static str {
        self.name
    }

    fn read_next<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        self.value = Some(map.next_value()?);
        Ok(())
    }

    fn read_from(&mut self, extensions: &Map<String, Value>) {
        self.value = extensions.get(self.name).and_then(|value| T::deserialize(value).ok());
    }

    fn finish(self) -> Option<T> {
        self.value.or_else(self.absent)
    }
}

/// All fields of a variant.
pub trait Fields {
    type Values;

    /// Which of them has a name.
    fn position(&self, name: &str) -> Option<usize>;

    /// Reads the next value of a map as the field at a position.
    fn read_next<'de, A: MapAccess<'de>>(&mut self, position: usize, map: &mut A) -> Result<(), A::Error>;

    fn read_from(&mut self, extensions: &Map<String, Value>);

    /// What the fields hold; `None` if one of them is missing.
    fn finish(self) -> Option<Self::Values>;
}

impl Fields for () {
    type Values = ();

    fn position(&self, _: &str) -> Option<usize> {
        None
    }

    fn read_next<'de, A: MapAccess<'de>>(&mut self, _: usize, _: &mut A) -> Result<(), A::Error> {
        Ok(())
    }

    fn read_from(&mut self, _: &Map<String, Value>) {}

    fn finish(self) -> Option<()> {
        Some(())
    }
}

impl<F: Field, Rest: Fields> Fields for (F, Rest) {
    type Values = (F::Value, Rest::Values);

    fn position(&self, name: &str) -> Option<usize> {
        if self.0.name() == name { Some(0) } else { self.1.position(name).map(|position| position + 1) }
    }

    fn read_next<'de, A: MapAccess<'de>>(&mut self, position: usize, map: &mut A) -> Result<(), A::Error> {
        match position.checked_sub(1) {
            None => self.0.read_next(map),
            Some(position) => self.1.read_next(position, map),
        }
    }

    fn read_from(&mut self, extensions: &Map<String, Value>) {
        self.0.read_from(extensions);
        self.1.read_from(extensions);
    }

    fn finish(self) -> Option<Self::Values> {
        Some((self.0.finish()?, self.1.finish()?))
    }
}
