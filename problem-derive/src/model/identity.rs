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
    /// `about:blank` with this status code.
    Status(u16),
    /// `about:blank` with any other status code.
    AnyStatus,
}

impl Identity {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            // Two relative types are always resolved against the same URL, so any URL works for the comparison.
            (Self::Type(one), Self::Type(other)) => same_type(&uri::absolute(one), &uri::absolute(other)),
            (one, other) => one == other,
        }
    }
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
        let (both, remedy) = match identity {
            Identity::Type(type_uri) => (format!("have the type `{type_uri}`"), "give each its own `type`"),
            Identity::Status(code) => {
                (format!("are `about:blank` with status {code}"), "give one of them a `type`")
            }
            Identity::AnyStatus => {
                ("are `about:blank` with a status from a field".to_owned(), "give one of them a `type`")
            }
        };
        let (one, other) = (&first.variant, &input.name);
        Err(errors.push(
            input.ident,
            format!("`{other}` cannot be told apart from `{one}` on the wire: both {both}; {remedy}"),
        ))
    }
}
