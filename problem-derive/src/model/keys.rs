//! What tells the variants of an enum apart on the wire.

use super::input::VariantInput;
use super::{Derive, Key, Kind, Occurrence, Status, Variant};
use crate::argument::Argument;
use crate::errors::Errors;
use crate::shared::same_type::same_type;
use crate::shared::standard::ABOUT_BLANK;
use crate::uri;

/// The keys of an enum, each of which is that of one variant.
#[derive(Default)]
pub(super) struct Keys {
    known: Vec<Known>,
    other: Option<String>,
}

struct Known {
    key: Key,
    variant: String,
    is_read: bool,
}

impl Keys {
    /// Adds a variant in which there is no mistake.
    pub(super) fn add(
        &mut self,
        input: &VariantInput<'_>,
        variant: &Variant<'_>,
        derive: Derive,
        errors: &mut Errors,
    ) {
        if let Some(other) = input.arguments.get(Argument::Other) {
            match &self.other {
                Some(first) => errors.push(
                    &other.key,
                    format!("`{first}` is `other` already, and takes whatever problem is none of the rest"),
                ),
                None => self.other = Some(input.name.clone()),
            }
        }
        let Kind::Occurrence(occurrence) = &variant.kind else { return };
        if derive == Derive::Problem {
            return;
        }
        let (key, is_read) = (key(occurrence), variant.reading.is_some());
        // Of two that are not read back, it does not matter which one comes.
        match self.known.iter().find(|known| known.is_same(&key) && (known.is_read || is_read)) {
            Some(first) => {
                let (both, remedy) = match &key {
                    Key::Type(type_uri) => {
                        (format!("have the type `{type_uri}`"), "give each a `type` of its own")
                    }
                    Key::Status(code) => {
                        (format!("are `about:blank` with status {code}"), "give one of them a `type`")
                    }
                    Key::AnyStatus => (
                        "are `about:blank` with a status from a field".to_owned(),
                        "give one of them a `type`",
                    ),
                };
                let (one, other) = (&first.variant, &input.name);
                errors.push(
                    input.ident,
                    format!("`{other}` cannot be told apart from `{one}` on the wire: both {both}; {remedy}"),
                );
            }
            None => self.known.push(Known { key, variant: input.name.clone(), is_read }),
        }
    }
}

impl Known {
    fn is_same(&self, key: &Key) -> bool {
        match (&self.key, key) {
            // Two that are relative are resolved against the same URL, whichever that is.
            (Key::Type(one), Key::Type(other)) => same_type(&uri::absolute(one), &uri::absolute(other)),
            (one, other) => one == other,
        }
    }
}

pub(crate) fn key(occurrence: &Occurrence) -> Key {
    match occurrence.status {
        _ if occurrence.type_uri != ABOUT_BLANK => Key::Type(occurrence.type_uri.clone()),
        Status::Fixed(code) => Key::Status(code),
        Status::Field(_) => Key::AnyStatus,
    }
}
