//! The defaults that an enum gives its variants, and the declarations that are compared between variants.

use super::cases::{rename_all, type_case};
use super::display::DefaultDisplay;
use super::extensions::EnumExtensions;
use super::headers::EnumHeaders;
use super::identity::Identities;
use super::input::VariantInput;
use super::problem_type::{Base, DeclaredTypes};
use crate::attr::Arguments;
use crate::errors::{Errors, Reported};
use crate::names::Case;

/// Whose rules apply.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    /// Those for a type that defines the problems that it sends.
    Sending,
    /// Those for a client, which reads problems that somebody else may have defined.
    Reading,
}

pub(super) struct Context<'a> {
    /// The arguments of the enum, which apply to a variant without its own. `None` for a struct.
    pub(super) defaults: Option<&'a Arguments>,
    // The next ones are read once for all variants, so that an error in them is reported only once.
    pub(super) base: Result<Option<Base>, Reported>,
    pub(super) type_case: Result<Option<Case>, Reported>,
    pub(super) display: DefaultDisplay,
    pub(super) extensions: EnumExtensions<'a>,
    pub(super) headers: EnumHeaders<'a>,
    pub(super) rename_all: Result<Option<Case>, Reported>,
    pub(super) types: DeclaredTypes,
    pub(super) identities: Identities,
}

impl<'a> Context<'a> {
    pub(super) fn for_enum(
        arguments: &'a Arguments,
        inputs: &[VariantInput<'_>],
        rules: Rules,
        errors: &mut Errors,
    ) -> Self {
        let mut context = Self::for_struct(arguments, errors);
        context.defaults = Some(arguments);
        context.type_case = type_case(arguments, errors);
        context.rename_all = rename_all(arguments, errors);
        if rules == Rules::Sending {
            context.display = DefaultDisplay::from_arguments(arguments);
            context.extensions = EnumExtensions::from_arguments(arguments, errors);
            context.headers = EnumHeaders::from_arguments(arguments, errors);
            context.types = DeclaredTypes::from_inputs(inputs, &context);
        }
        context
    }

    pub(super) fn for_struct(arguments: &Arguments, errors: &mut Errors) -> Self {
        Self {
            defaults: None,
            base: Base::from_arguments(arguments, errors),
            type_case: Ok(None),
            display: DefaultDisplay::default(),
            extensions: EnumExtensions::default(),
            headers: EnumHeaders::default(),
            rename_all: Ok(None),
            types: DeclaredTypes::default(),
            identities: Identities::default(),
        }
    }
}
