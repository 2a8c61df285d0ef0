//! A variant or struct as written, with its fields.

use crate::attr::{Argument, Arguments, Place, Written};
use crate::errors::{Errors, Reported};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Attribute, DeriveInput, Fields, GenericArgument, Member, PathArguments, Type};

pub(super) struct VariantInput<'a> {
    pub(super) ident: &'a Ident,
    /// The ident without `r#`.
    pub(super) name: String,
    pub(super) path: TokenStream,
    pub(super) is_variant: bool,
    pub(super) arguments: Arguments,
    pub(super) fields: Vec<FieldInput<'a>>,
    /// `Err` if more than one field is marked as the source.
    sources: Result<(), Reported>,
}

pub(super) struct FieldInput<'a> {
    pub(super) original: &'a syn::Field,
    pub(super) member: Member,
    /// The ident without `r#`, or the index.
    pub(super) name: String,
    pub(super) arguments: Arguments,
    pub(super) is_source: bool,
}

impl<'a> VariantInput<'a> {
    pub(super) fn from_struct(
        input: &'a DeriveInput,
        fields: &'a Fields,
        arguments: Arguments,
        errors: &mut Errors,
    ) -> Self {
        let is_transparent = input.attrs.iter().any(is_error_transparent);
        Self::new(&input.ident, quote!(Self), is_transparent, fields, arguments, errors)
    }

    /// Reads a variant.
    ///
    /// An `#[error(transparent)]` in `enum_attributes` applies to a variant without its own `#[error]`.
    pub(super) fn from_variant(
        variant: &'a syn::Variant,
        enum_attributes: &[Attribute],
        errors: &mut Errors,
    ) -> Self {
        let ident = &variant.ident;
        let has_own = variant.attrs.iter().any(|attribute| attribute.path().is_ident("error"));
        let error_attributes = if has_own { &variant.attrs } else { enum_attributes };
        let is_transparent = error_attributes.iter().any(is_error_transparent);
        let arguments = Arguments::read(&variant.attrs, Place::Variant, errors);
        let input =
            Self::new(ident, quote!(Self::#ident), is_transparent, &variant.fields, arguments, errors);
        Self { is_variant: true, ..input }
    }

    fn new(
        ident: &'a Ident,
        path: TokenStream,
        is_transparent_error: bool,
        fields: &'a Fields,
        arguments: Arguments,
        errors: &mut Errors,
    ) -> Self {
        let fields = fields
            .members()
            .zip(fields)
            .map(|(member, field)| FieldInput::read(field, member, is_transparent_error, errors))
            .collect();
        let name = ident.unraw().to_string();
        let mut input = Self { ident, name, path, is_variant: false, arguments, fields, sources: Ok(()) };
        input.sources = input.flagged(Argument::Source, errors).map(|_| ());
        input
    }

    pub(super) fn has_source(&self) -> bool {
        self.fields.iter().any(|field| field.is_source)
    }

    /// Returns the argument that delegates everything to the problem in the only field.
    pub(super) fn delegation(&self) -> Option<&Written> {
        self.arguments.get(Argument::Other).or_else(|| self.arguments.get(Argument::Transparent))
    }

    /// Checks that `expose` permits sending the source. `what` begins the message, as in "`{0}` would".
    pub(super) fn require_expose(&self, what: &str) -> Result<(), String> {
        if self.arguments.has(Argument::Expose) || self.arguments.complete.is_err() {
            return Ok(());
        }
        Err(format!(
            "{what} send the source of `{0}` to the client; add `expose` to `{0}` if this is intended",
            self.name
        ))
    }

    /// Returns an error if part of the attributes of the variant or its fields could not be read.
    ///
    /// In that case, no argument counts as missing.
    pub(super) fn complete(&self) -> Result<(), Reported> {
        self.fields.iter().try_for_each(|field| field.arguments.complete).and(self.arguments.complete)
    }

    /// Returns an error if any error in the attributes of the variant or its fields was reported.
    pub(super) fn sound(&self) -> Result<(), Reported> {
        let fields = self.fields.iter().try_for_each(|field| field.arguments.sound);
        fields.and(self.arguments.sound).and(self.sources)
    }

    /// Returns the field with a flag, and the key of that flag. Only one field can have it.
    pub(super) fn flagged(
        &self,
        argument: Argument,
        errors: &mut Errors,
    ) -> Result<Option<(usize, &Ident)>, Reported> {
        let mut flagged = self.fields.iter().enumerate().filter_map(|(index, field)| {
            let written = field.arguments.get(argument)?;
            Some((index, &written.key))
        });
        let first = flagged.next();
        let mut only = Ok(first);
        for (_, key) in flagged {
            let message = format!("only one field of `{}` can be marked `{}`", self.name, argument.name());
            only = Err(errors.push(key, message));
        }
        only
    }

    /// Works like [`flagged`](Self::flagged), but reports an error if the variant itself has the argument, too.
    pub(super) fn flagged_instead(
        &self,
        argument: Argument,
        errors: &mut Errors,
    ) -> Result<Option<(usize, &Ident)>, Reported> {
        let flagged = self.flagged(argument, errors)?;
        if let (Some((_, key)), true) = (flagged, self.arguments.has(argument)) {
            let message = format!("`{}` already has `{}`; remove one of the two", self.name, key.unraw());
            return Err(errors.push(key, message));
        }
        Ok(flagged)
    }
}

impl<'a> FieldInput<'a> {
    fn read(
        original: &'a syn::Field,
        member: Member,
        is_transparent_error: bool,
        errors: &mut Errors,
    ) -> Self {
        let name = match &member {
            Member::Named(ident) => ident.unraw().to_string(),
            Member::Unnamed(index) => index.index.to_string(),
        };
        let arguments = Arguments::read(&original.attrs, Place::Field, errors);
        let is_source = is_transparent_error
            || name == "source"
            || arguments.has(Argument::Source)
            || original
                .attrs
                .iter()
                .any(|attribute| attribute.path().is_ident("source") || attribute.path().is_ident("from"));
        Self { original, member, name, arguments, is_source }
    }

    /// Returns whether the type is written as an `Option`.
    pub(super) fn is_option(&self) -> bool {
        option_content(&self.original.ty).is_some()
    }
}

/// Returns the `T` of a type written as `Option<T>`.
pub(crate) fn option_content(ty: &Type) -> Option<&Type> {
    let ty = match ty {
        Type::Path(ty) => ty,
        Type::Group(group) => return option_content(&group.elem),
        Type::Paren(paren) => return option_content(&paren.elem),
        _ => return None,
    };
    let last = ty.path.segments.last().filter(|segment| segment.ident.unraw() == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(content)) => Some(content),
        _ => None,
    }
}

/// Returns whether an attribute is thiserror's `#[error(transparent)]`, which makes the field the source.
fn is_error_transparent(attribute: &Attribute) -> bool {
    attribute.path().is_ident("error")
        && attribute.parse_args::<Ident>().is_ok_and(|argument| argument == "transparent")
}
