//! The defaults that an enum gives its variants, and the declarations that are compared between variants.

use super::extensions::rename_all;
use super::headers::EnumHeaders;
use super::identity::Identities;
use super::problem_type::{Base, DeclaredTypes};
use crate::attr::Arguments;
use crate::errors::{Errors, Reported};
use crate::names::Case;

pub(super) struct Context<'a> {
    /// The arguments of the enum, which apply to a variant without its own. `None` for a struct.
    pub(super) defaults: Option<&'a Arguments>,
    // The next three are read once for all variants, so that an error in them is reported only once.
    pub(super) base: Result<Option<Base>, Reported>,
    pub(super) headers: EnumHeaders<'a>,
    pub(super) rename_all: Result<Option<Case>, Reported>,
    pub(super) types: DeclaredTypes,
    pub(super) identities: Identities,
}

impl<'a> Context<'a> {
    pub(super) fn for_enum(arguments: &'a Arguments, errors: &mut Errors) -> Self {
        let mut context = Self::for_struct(arguments, errors);
        context.defaults = Some(arguments);
        context.headers = EnumHeaders::from_arguments(arguments, errors);
        context.rename_all = rename_all(arguments, errors);
        context
    }

    pub(super) fn for_struct(arguments: &Arguments, errors: &mut Errors) -> Self {
        Self {
            defaults: None,
            base: Base::from_arguments(arguments, errors),
            headers: EnumHeaders::default(),
            rename_all: Ok(None),
            types: DeclaredTypes::default(),
            identities: Identities::default(),
        }
    }
}
