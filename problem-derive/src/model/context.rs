//! What the variants of an enum have from it, and what each of them has taken that no other may take as well.

use super::extensions::rename_all;
use super::headers::EnumHeaders;
use super::identity::Identities;
use super::problem_type::{Base, DeclaredTypes};
use super::status::default_status;
use crate::attr::{Argument, Arguments};
use crate::errors::{Errors, Reported};
use crate::names::Case;
use proc_macro2::Span;

pub(super) struct Context<'a> {
    pub(super) base: Result<Option<Base>, Reported>,
    pub(super) status: Result<Option<u16>, Reported>,
    pub(super) display: Option<Span>,
    pub(super) headers: EnumHeaders<'a>,
    pub(super) rename_all: Result<Option<Case>, Reported>,
    pub(super) types: DeclaredTypes,
    pub(super) identities: Identities,
}

impl<'a> Context<'a> {
    pub(super) fn for_enum(arguments: &'a Arguments, errors: &mut Errors) -> Self {
        let mut context = Self::for_struct(arguments, errors);
        context.status = default_status(arguments);
        context.display = arguments.get(Argument::Display).map(|written| written.key.span());
        context.headers = EnumHeaders::from_arguments(arguments, errors);
        context.rename_all = rename_all(arguments, errors);
        context
    }

    /// A struct has all other arguments for itself.
    pub(super) fn for_struct(arguments: &Arguments, errors: &mut Errors) -> Self {
        Self {
            base: Base::from_arguments(arguments, errors),
            status: Ok(None),
            display: None,
            headers: EnumHeaders::default(),
            rename_all: Ok(None),
            types: DeclaredTypes::default(),
            identities: Identities::default(),
        }
    }
}
