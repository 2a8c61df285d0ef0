//! Reads the facts from a JSON body.

use super::{Fact, Facts, Members};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

impl Facts {
    /// Reads the facts from a JSON body.
    ///
    /// # Panics
    ///
    /// Panics as [`of_members`](Self::of_members) does, and if an object has two members with one name.
    #[must_use]
    pub fn of_json(json: &[u8]) -> Self {
        let Ordered(members) = serde_json::from_slice(json).unwrap();
        Self::of_members(members)
    }
}

/// The members of an object, in their order.
struct Ordered(Members);

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = Ordered;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Ordered, A::Error> {
                let mut members = Members::new();
                while let Some((name, value)) = object.next_entry::<String, &RawValue>()? {
                    assert!(
                        members.iter().all(|(other, _)| *other != name),
                        "two members are named {name:?}"
                    );
                    members.push((name, fact(value)));
                }
                Ok(Ordered(members))
            }
        }

        deserializer.deserialize_map(Entries)
    }
}

fn fact(value: &RawValue) -> Fact {
    let text = value.get();
    match text.as_bytes()[0] {
        b'"' => Fact::Text(serde_json::from_str(text).unwrap()),
        b'[' => {
            let items: Vec<&RawValue> = serde_json::from_str(text).unwrap();
            Fact::Array(items.into_iter().map(fact).collect())
        }
        b'{' => Fact::Object(serde_json::from_str::<Ordered>(text).unwrap().0),
        b'n' => Fact::Null,
        _ => Fact::Text(text.to_owned()),
    }
}
