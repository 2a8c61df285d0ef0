//! Reads the fields of a variant that are extension members, in one pass over a text.
//!
//! The fields are a list of nested pairs: `(first, (second, ()))`.

#![allow(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "only expansions call these, and the docs of the derive describe their rules"
)]

use crate::ProblemDetails;
use crate::details::Read;
use crate::read::member::NameSeed;
use crate::read::places::Places;
use serde::de::{DeserializeOwned, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// A type that can be read from extension members.
#[diagnostic::on_unimplemented(
    message = "an extension member of type `{Self}` cannot be deserialised",
    label = "the trait `serde::de::DeserializeOwned` is not implemented for this type",
    note = "for your own type, add `#[derive(serde::Deserialize)]`",
    note = "for a type from another crate, check whether that crate has a `serde` feature"
)]
pub trait ReadMember: DeserializeOwned {}

// Without this attribute, the error would be serde's, about a trait bound, and would not name the extension member.
#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> ReadMember for T {}

/// A field that is read from the member `name`.
///
/// An absent member is read as `null`, because `null` is left out when it is sent.
/// A member of the wrong type counts as absent, so an `Option` is then `None`.
#[derive(Debug)]
pub struct Member<T> {
    name: &'static str,
    value: Option<T>,
    /// Makes the value of the field if the member is absent or of the wrong type.
    default: Option<fn() -> T>,
    /// Whether the member is there, but may stand for several values.
    is_ambiguous: bool,
}

impl<T> Member<T> {
    pub const fn new(name: &'static str) -> Self {
        Self { name, value: None, default: None, is_ambiguous: false }
    }

    /// Returns a field that falls back to its default if the member is absent or of the wrong type.
    pub const fn or_default(name: &'static str) -> Self
    where
        T: Default,
    {
        Self { name, value: None, default: Some(T::default), is_ambiguous: false }
    }
}

/// The list of all fields of a variant that are extension members.
pub trait MemberList {
    type Values;

    /// Returns the position of the field with that name.
    fn position(&self, name: &str) -> Option<usize>;

    /// Reads the next value of a map into the field at a position.
    fn read_next<'de, A: MapAccess<'de>>(&mut self, position: usize, map: &mut A) -> Result<(), A::Error>;

    /// Reads a value, as written, into the field at a position. Returns `None` if it is of another type.
    fn read_text(&mut self, position: usize, value: &str) -> Option<()>;

    /// Reads all fields from the details.
    fn read_from(&mut self, details: &ProblemDetails);

    /// Returns the values of the fields, or `None` if one is missing.
    fn finish(self) -> Option<Self::Values>;
}

impl MemberList for () {
    type Values = ();

    fn position(&self, _: &str) -> Option<usize> {
        None
    }

    fn read_next<'de, A: MapAccess<'de>>(&mut self, _: usize, _: &mut A) -> Result<(), A::Error> {
        Ok(())
    }

    fn read_text(&mut self, _: usize, _: &str) -> Option<()> {
        None
    }

    fn read_from(&mut self, _: &ProblemDetails) {}

    fn finish(self) -> Option<()> {
        Some(())
    }
}

impl<T: ReadMember, Rest: MemberList> MemberList for (Member<T>, Rest) {
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

    fn read_text(&mut self, position: usize, value: &str) -> Option<()> {
        match position.checked_sub(1) {
            None => self.0.value = Some(serde_json::from_str(value).ok()?),
            Some(position) => self.1.read_text(position, value)?,
        }
        Some(())
    }

    fn read_from(&mut self, details: &ProblemDetails) {
        let Member { name, value, is_ambiguous, .. } = &mut self.0;
        match details.read_extension(name) {
            Some(Read::Value(read)) => *value = Some(read),
            Some(Read::Ambiguous) => *is_ambiguous = true,
            Some(Read::WrongType) | None => {}
        }
        self.1.read_from(details);
    }

    fn finish(self) -> Option<Self::Values> {
        let Member { value, default, is_ambiguous, .. } = self.0;
        let value = match (value, default) {
            (Some(value), _) => value,
            // The default would hide that there was a value.
            (None, _) if is_ambiguous => return None,
            (None, Some(default)) => default(),
            (None, None) => T::deserialize(Value::Null).ok()?,
        };
        Some((value, self.1.finish()?))
    }
}

/// Reads the fields from a text whose type is known.
///
/// Returns `None` if a value does not fit its field, if there is a second `type`, or if the text is not an object.
/// The caller then reads the error from the details.
pub(super) fn read_members<F: MemberList>(json: &str, fields: &mut F) -> Option<()> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    deserializer.deserialize_map(MembersVisitor(fields)).ok()?;
    deserializer.end().ok()
}

/// Does the same for a text whose members have been found.
pub(super) fn read_places<F: MemberList>(json: &str, places: &Places, fields: &mut F) -> Option<()> {
    let mut has_type = false;
    for (name, value) in places.members(json) {
        match fields.position(name) {
            Some(position) => fields.read_text(position, value)?,
            None if name != "type" => {}
            None if has_type => return None,
            None => has_type = true,
        }
    }
    Some(())
}

struct MembersVisitor<'a, F>(&'a mut F);

enum RequestedMember {
    Type,
    Member(usize),
    Other,
}

impl<'de, F: MemberList> Visitor<'de> for MembersVisitor<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a problem details object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self(fields) = self;
        let mut has_type = false;
        let find_member = |fields: &F, name: &str| match fields.position(name) {
            Some(position) => RequestedMember::Member(position),
            None if name == "type" => RequestedMember::Type,
            None => RequestedMember::Other,
        };
        while let Some(name) = map.next_key_seed(NameSeed(|name: &str| find_member(fields, name)))? {
            match name {
                RequestedMember::Type if has_type => return Err(A::Error::custom("a second type")),
                RequestedMember::Member(position) => fields.read_next(position, &mut map)?,
                RequestedMember::Type | RequestedMember::Other => {
                    has_type |= matches!(name, RequestedMember::Type);
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}
