//! One pass over a text for the members that an error asks for.

use super::fields::Fields;
use crate::read::scalar::NameSeed;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use std::fmt;

/// Reads the fields from a text whose type is known.
///
/// `None` where a value is not what its field takes, where there is a second type or where the text is no problem: what
/// it comes to is for the reader of all members to judge.
pub(super) fn read_members<F: Fields>(json: &str, fields: &mut F) -> Option<()> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    deserializer.deserialize_map(MembersVisitor(fields)).ok()?;
    deserializer.end().ok()
}

struct MembersVisitor<'a, F>(&'a mut F);

enum RequestedMember {
    Type,
    Member(usize),
    Other,
}

impl<'de, F: Fields> Visitor<'de> for MembersVisitor<'_, F> {
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
