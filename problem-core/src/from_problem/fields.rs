//! The fields of a variant that are extension members, as a list of pairs: `(first, (second, ()))`.

#![allow(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "only expansions call these, and their rules stand in the docs of the derive"
)]

use crate::ProblemDetails;
use serde::de::{DeserializeOwned, MapAccess};
use serde_json::Value;

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

/// A field to be read from the member `name`.
///
/// One that is absent is read as `null`, which is what is left out when it is sent; and so is one of the wrong type,
/// as an `Option` cannot hold it.
#[derive(Debug)]
pub struct Member<T> {
    name: &'static str,
    value: Option<T>,
    /// What it is where there is none.
    default: Option<fn() -> T>,
}

impl<T> Member<T> {
    pub const fn new(name: &'static str) -> Self {
        Self { name, value: None, default: None }
    }

    /// A field that is its default where it is absent or of the wrong type.
    pub const fn or_default(name: &'static str) -> Self
    where
        T: Default,
    {
        Self { name, value: None, default: Some(T::default) }
    }
}

/// All fields of a variant.
pub trait Fields {
    type Values;

    /// Which of them has a name.
    fn position(&self, name: &str) -> Option<usize>;

    /// Reads the next value of a map as the field at a position.
    fn read_next<'de, A: MapAccess<'de>>(&mut self, position: usize, map: &mut A) -> Result<(), A::Error>;

    fn read_from(&mut self, details: &ProblemDetails);

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

    fn read_from(&mut self, _: &ProblemDetails) {}

    fn finish(self) -> Option<()> {
        Some(())
    }
}

impl<T: ReadMember, Rest: Fields> Fields for (Member<T>, Rest) {
    type Values = (T, Rest::Values);

    fn position(&self, name: &str) -> Option<usize> {
        if self.0.name == name { Some(0) } else { self.1.position(name).map(|position| position + 1) }
    }

    fn read_next<'de, A: MapAccess<'de>>(&mut self, position: usize, map: &mut A) -> Result<(), A::Error> {
        match position.checked_sub(1) {
            None => self.0.value = Some(map.next_value()?),
            Some(position) => self.1.read_next(position, map)?,
        }
        Ok(())
    }

    fn read_from(&mut self, details: &ProblemDetails) {
        let Member { name, value, .. } = &mut self.0;
        *value = details.extension(name);
        self.1.read_from(details);
    }

    fn finish(self) -> Option<Self::Values> {
        let Member { value, default, .. } = self.0;
        let value = match (value, default) {
            (Some(value), _) => value,
            (None, Some(default)) => default(),
            (None, None) => T::deserialize(Value::Null).ok()?,
        };
        Some((value, self.1.finish()?))
    }
}
