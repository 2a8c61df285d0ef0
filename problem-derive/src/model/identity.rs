//! The identities that tell the variants of an enum apart on the wire.

use super::input::VariantInput;
use crate::attr::Argument;
use crate::errors::{Errors, Reported};
use crate::shared::type_uri::same_type;
use crate::uri;

#[derive(Clone, PartialEq)]
pub(crate) enum Identity {
    /// A type of its own.
    Type(String),
    /// A type with this status code, or with any status code that no other variant with the type has.
    TypeAndStatus(String, Option<u16>),
    /// `about:blank` with this status code.
    Status(u16),
    /// `about:blank` with any other status code.
    AnyStatus,
}

impl Identity {
    fn type_uri(&self) -> Option<&str> {
        match self {
            Self::Type(uri) | Self::TypeAndStatus(uri, _) => Some(uri),
            Self::Status(_) | Self::AnyStatus => None,
        }
    }

    fn has_type_of(&self, other: &Self) -> bool {
        // Two relative types are always resolved against the same URL, so any URL works for the comparison.
        let types = self.type_uri().zip(other.type_uri());
        types.is_some_and(|(one, other)| same_type(&uri::absolute(one), &uri::absolute(other)))
    }

    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::TypeAndStatus(_, one), Self::TypeAndStatus(_, other)) if one != other => false,
            (one, other) => one == other || one.has_type_of(other),
        }
    }
}

/// Lets the type alone identify a variant if no other variant has it.
pub(super) fn simplify<'a>(identities: impl Iterator<Item = &'a mut Identity>) {
    let mut identities: Vec<_> = identities.collect();
    for index in 0..identities.len() {
        let (before, rest) = identities.split_at_mut(index);
        let Some((identity, after)) = rest.split_first_mut() else { continue };
        let is_shared = before.iter().chain(&*after).any(|other| other.has_type_of(identity));
        if let (Identity::TypeAndStatus(uri, _), false) = (&**identity, is_shared) {
            **identity = Identity::Type(uri.clone());
        }
    }
}

/// Returns the message for two variants that have the same type.
pub(super) fn same_type_message(variant: &str, first: &str, type_uri: &str) -> String {
    indistinguishable(variant, first, &format!("have the type `{type_uri}`"), "give each its own `type`")
}

fn indistinguishable(variant: &str, first: &str, both: &str, remedy: &str) -> String {
    format!("`{variant}` cannot be told apart from `{first}` on the wire: both {both}; {remedy}")
}

/// The identities of an enum, each with the variant that has it.
#[derive(Default)]
pub(super) struct Identities {
    claims: Vec<Claim>,
    /// The name of the variant with `other`.
    other: Option<String>,
}

struct Claim {
    identity: Identity,
    variant: String,
    is_read: bool,
}

impl Identities {
    /// Adds a variant if it is marked `other`. Only one variant can be.
    pub(super) fn add_other(
        &mut self,
        input: &VariantInput<'_>,
        errors: &mut Errors,
    ) -> Result<(), Reported> {
        let Some(other) = input.arguments.get(Argument::Other) else { return Ok(()) };
        match &self.other {
            Some(first) => Err(errors.push(
                &other.key,
                format!(
                    "`{first}` is already marked `other`; only one variant can receive unmatched problems"
                ),
            )),
            None => {
                self.other = Some(input.name.clone());
                Ok(())
            }
        }
    }

    /// Adds the identity of a variant. Two variants that are not read back may share one.
    pub(super) fn add(
        &mut self,
        input: &VariantInput<'_>,
        identity: &Identity,
        is_read: bool,
        errors: &mut Errors,
    ) -> Result<(), Reported> {
        let clashes = |claim: &&Claim| claim.identity.is_same(identity) && (claim.is_read || is_read);
        let Some(first) = self.claims.iter().find(clashes) else {
            self.claims.push(Claim { identity: identity.clone(), variant: input.name.clone(), is_read });
            return Ok(());
        };
        let message = match identity {
            Identity::Type(type_uri) | Identity::TypeAndStatus(type_uri, _) => {
                same_type_message(&input.name, &first.variant, type_uri)
            }
            Identity::Status(code) => {
                let both = format!("are `about:blank` with status {code}");
                indistinguishable(&input.name, &first.variant, &both, "give one of them a `type`")
            }
            Identity::AnyStatus => {
                let both = "are `about:blank` with a status from a field";
                indistinguishable(&input.name, &first.variant, both, "give one of them a `type`")
            }
        };
        Err(errors.push(input.ident, message))
    }
}
