//! Reads the members that identify the error: `type` and `status`.

use crate::read::member::{NameSeed, ScalarSeed};
use crate::shared::type_uri::ABOUT_BLANK;
use http::StatusCode;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

#[derive(Debug, Default)]
pub(super) struct Head<'a> {
    pub(super) type_uri: Option<Cow<'a, str>>,
    pub(super) status: Option<StatusCode>,
}

impl<'a> Head<'a> {
    /// Reads both members, or returns `None` if the text is not an object.
    pub(super) fn read(json: &'a str) -> Option<Self> {
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let head = deserializer.deserialize_map(HeadVisitor).ok()?;
        deserializer.end().ok()?;
        Some(head)
    }
}

/// Returns the text after the opening quote of the type, if `type` is the first member, as it is in most texts.
///
/// Does not validate the rest of the text.
/// Returns `None` for the type `about:blank`, because such a problem is identified by its status code, too.
#[inline]
pub(super) fn leading_type(json: &str) -> Option<&str> {
    let member = json.trim_ascii_start().strip_prefix('{')?.trim_ascii_start().strip_prefix("\"type\"")?;
    let text = member.trim_ascii_start().strip_prefix(':')?.trim_ascii_start().strip_prefix('"')?;
    (!begins_with(text, ABOUT_BLANK)).then_some(text)
}

/// Returns whether a text begins with a type and its closing quote.
///
/// A declared type contains no character that JSON must escape.
#[inline]
pub(super) fn begins_with(text: &str, type_uri: &str) -> bool {
    text.strip_prefix(type_uri).is_some_and(|rest| rest.starts_with('"'))
}

struct HeadVisitor;

impl<'de> Visitor<'de> for HeadVisitor {
    type Value = Head<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a problem details object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Head<'de>, A::Error> {
        let mut head = Head::default();
        while let Some(name) = map.next_key_seed(NameSeed(|name: &str| match name {
            "type" => HeadMember::Type,
            "status" => HeadMember::Status,
            _ => HeadMember::Other,
        }))? {
            match name {
                HeadMember::Type => head.type_uri = map.next_value_seed(ScalarSeed)?.text().or(head.type_uri),
                HeadMember::Status => head.status = map.next_value_seed(ScalarSeed)?.status().or(head.status),
                HeadMember::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(head)
    }
}

enum HeadMember {
    Type,
    Status,
    Other,
}
