//! Stores the members of a problem, which are read from its text when they are asked for.

use crate::read::places::Places;
use crate::read::sanitize::replace_unrepresentable;
use serde_json::{Map, Value};
use std::ops::Range;
use std::sync::OnceLock;

/// The text of a standard member.
#[derive(Clone)]
pub(crate) enum Text {
    Owned(String),
    /// A part of the JSON that the problem was read from.
    Part(Range<usize>),
}

impl Text {
    pub(crate) fn get<'a>(&'a self, json: &'a str) -> &'a str {
        match self {
            Self::Owned(text) => text,
            Self::Part(range) => &json[range.clone()],
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Owned(text)
    }
}

/// Extension members.
#[derive(Clone, Default)]
pub(crate) struct Extensions {
    /// Their places in the JSON that the problem was read from.
    places: Places,
    /// Their values, as soon as all of them were asked for.
    map: OnceLock<Map<String, Value>>,
}

impl Extensions {
    pub(crate) fn at(places: Places) -> Self {
        Self { places, map: OnceLock::new() }
    }

    pub(crate) fn map(&self, json: &str) -> &Map<String, Value> {
        self.map.get_or_init(|| self.read(json))
    }

    /// Returns a member.
    ///
    /// It is taken from the text even if the map is there, so that it can be read in the same way before and after.
    pub(crate) fn get<'a>(&'a self, json: &'a str, name: &str) -> Option<Member<'a>> {
        // The last of several members with the same name counts.
        let in_text = self.places.members(json).rfind(|(other, _)| *other == name);
        let in_map = || self.map.get().and_then(|map| map.get(name)).map(Member::Value);
        in_text.map(|(_, json)| Member::Json(json)).or_else(in_map)
    }

    pub(crate) fn insert(&mut self, json: &str, name: String, value: Value) {
        let mut map = self.map.take().unwrap_or_else(|| self.read(json));
        self.places.remove(json, &name);
        map.insert(name, value);
        self.map = OnceLock::from(map);
    }

    fn read(&self, json: &str) -> Map<String, Value> {
        self.places.members(json).map(|(name, text)| (name.to_owned(), value(text))).collect()
    }
}

/// An extension member.
pub(crate) enum Member<'a> {
    Value(&'a Value),
    /// The value as it was received.
    Json(&'a str),
}

/// Parses a value, in which tokens that cannot be represented become `null`.
pub(crate) fn value(text: &str) -> Value {
    let value = serde_json::from_str(text);
    value.unwrap_or_else(|_| {
        let replaced = replace_unrepresentable(text).unwrap_or_default();
        serde_json::from_str(&replaced).unwrap_or_default()
    })
}
