//! A variant or struct as written, with its fields.

use crate::argument::{Argument, Place};
use crate::attr::{Arguments, Value};
use crate::errors::Errors;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::cell::Cell;
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
    /// Whether something in it sends its source, as far as has been read.
    pub(super) sends_source: Cell<bool>,
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
    pub(super) fn of_struct(
        input: &'a DeriveInput,
        fields: &'a Fields,
        arguments: Arguments,
        errors: &mut Errors,
    ) -> Self {
        let is_transparent = input.attrs.iter().any(is_error_transparent);
        Self::new(&input.ident, quote!(Self), is_transparent, fields, arguments, errors)
    }

    /// `enum_attributes` may hold an `#[error(transparent)]`, which is that of each variant without an `#[error]`.
    pub(super) fn of_variant(
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
        let sends_source = Cell::new(false);
        let input = Self { ident, name, path, is_variant: false, arguments, fields, sends_source };
        input.flagged(Argument::Source, errors);
        input
    }

    pub(super) fn has_source(&self) -> bool {
        self.fields.iter().any(|field| field.is_source)
    }

    /// Notes that something sends the source, such as "`{0}` would"; a mistake where nothing says `expose`.
    pub(super) fn send_source(&self, what: &str) -> Result<(), String> {
        self.sends_source.set(true);
        if self.arguments.has(Argument::Expose) || self.arguments.unreadable {
            return Ok(());
        }
        Err(format!(
            "{what} send the source of `{}` to the client; add `expose` there if that is meant",
            self.name
        ))
    }

    /// Whether something at the variant or in it could not be read, so that nothing counts as missing.
    pub(super) fn is_unreadable(&self) -> bool {
        self.arguments.unreadable || self.fields.iter().any(|field| field.arguments.unreadable)
    }

    /// Whether the value of some argument at the variant or in it could not be read.
    pub(super) fn has_unreadable_value(&self) -> bool {
        let of_fields = self.fields.iter().flat_map(|field| field.arguments.iter());
        self.arguments.iter().chain(of_fields).any(|written| matches!(written.value, Value::Unreadable))
    }

    /// The field under a flag, and the key of that flag; a second such field is a mistake.
    pub(super) fn flagged(&self, argument: Argument, errors: &mut Errors) -> Option<(usize, &Ident)> {
        let mut flagged = self.fields.iter().enumerate().filter_map(|(index, field)| {
            let written = field.arguments.get(argument)?;
            Some((index, &written.key))
        });
        let first = flagged.next()?;
        for (_, key) in flagged {
            errors.push(key, format!("`{}` has two fields under `{}`", self.name, argument.name()));
        }
        Some(first)
    }

    /// Reports the argument at `key` beside another that says the same.
    pub(super) fn reject_second(&self, key: &Ident, errors: &mut Errors) {
        errors.push(key, format!("`{}` has `{}` already; leave out one of the two", self.name, key.unraw()));
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

    /// Whether the type is written as an `Option`.
    pub(super) fn is_option(&self) -> bool {
        option_content(&self.original.ty).is_some()
    }
}

/// The `T` of a type written as `Option<T>`.
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

/// thiserror's `#[error(transparent)]`, under which the field is the source.
fn is_error_transparent(attribute: &Attribute) -> bool {
    attribute.path().is_ident("error")
        && attribute.parse_args::<Ident>().is_ok_and(|argument| argument == "transparent")
}
