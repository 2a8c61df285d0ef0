//! Deserialises [`ProblemDetails`] in one pass over the members.

use super::member::{NameSeed, Scalar, ScalarSeed};
use crate::ProblemDetails;
use crate::details::Parts;
use crate::details::stored::Text;
#[cfg(feature = "xml")]
use crate::details::untyped::is_reading;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use std::fmt;

/// Reads a problem by the rules of [`from_json`](ProblemDetails::from_json), from any self-describing format.
///
/// Unlike `from_json`, it fails on values that the format itself rejects.
/// In serde_json, these include `1e400` and half of a surrogate pair.
impl<'de> Deserialize<'de> for ProblemDetails {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(DetailsVisitor)
    }
}

struct DetailsVisitor;

impl<'de> Visitor<'de> for DetailsVisitor {
    type Value = ProblemDetails;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a problem details object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ProblemDetails, A::Error> {
        let mut members = Parts::default();
        // Within a problem from XML, the numbers of another problem are text, too.
        #[cfg(feature = "xml")]
        {
            members.is_untyped = is_reading();
        }
        while let Some(name) = map.next_key_seed(NameSeed(DetailsMember::from_name))? {
            match name {
                DetailsMember::Type => replace(&mut members.type_uri, text(&mut map)?),
                DetailsMember::Title => replace(&mut members.title, text(&mut map)?),
                DetailsMember::Status => {
                    let status = match scalar(&mut map)? {
                        #[cfg(feature = "xml")]
                        Scalar::Text(text) if members.is_untyped => Scalar::parse(&text).status(),
                        status => status.status(),
                    };
                    replace(&mut members.status, status);
                }
                DetailsMember::Detail => replace(&mut members.detail, text(&mut map)?),
                DetailsMember::Instance => replace(&mut members.instance, text(&mut map)?),
                DetailsMember::Extension(name) => {
                    members.insert_extension(name, map.next_value()?);
                }
            }
        }
        #[cfg(feature = "xml")]
        if members.is_untyped {
            members.collapse();
        }
        Ok(ProblemDetails::from_received(members))
    }
}

fn text<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Option<Text>, A::Error> {
    Ok(scalar(map)?.text().map(|text| Text::Owned(text.into_owned())))
}

fn scalar<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Scalar<'de>, A::Error> {
    map.next_value_seed(ScalarSeed)
}

/// Keeps the last of several members with the same name; a value of the wrong type counts as absent.
pub(super) fn replace<T>(member: &mut Option<T>, read: Option<T>) {
    if read.is_some() {
        *member = read;
    }
}

enum DetailsMember {
    Type,
    Title,
    Status,
    Detail,
    Instance,
    Extension(String),
}

impl DetailsMember {
    fn from_name(name: &str) -> Self {
        match name {
            "type" => Self::Type,
            "title" => Self::Title,
            "status" => Self::Status,
            "detail" => Self::Detail,
            "instance" => Self::Instance,
            name => Self::Extension(name.to_owned()),
        }
    }
}
