//! Stores the members of a problem, which are read from its text when they are asked for.

use crate::read::flat::Places;
use serde_json::{Map, Value};
use std::borrow::Cow;
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

    /// Returns a member, without reading the others.
    pub(crate) fn get(&self, json: &str, name: &str) -> Option<Cow<'_, Value>> {
        match self.map.get() {
            Some(map) => map.get(name).map(Cow::Borrowed),
            None => {
                // The last of several members with the same name counts.
                let (_, text) = self.places.members(json).rfind(|(other, _)| *other == name)?;
                Some(Cow::Owned(value(text)))
            }
        }
    }

    pub(crate) fn insert(&mut self, json: &str, name: String, value: Value) {
        let mut map = self.map.take().unwrap_or_else(|| self.read(json));
        map.insert(name, value);
        self.map = OnceLock::from(map);
    }

    fn read(&self, json: &str) -> Map<String, Value> {
        self.places.members(json).map(|(name, text)| (name.to_owned(), value(text))).collect()
    }
}

/// Parses a value. What cannot be represented is `null`, such as `1e400` and half of a surrogate pair.
fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}
