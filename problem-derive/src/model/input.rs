//! A variant or struct as written, with its fields.

use super::error_like::{is_error_like, source_attribute};
use crate::attr::{Argument, Arguments, Place, Written};
use crate::errors::{Errors, Reported};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Attribute, DeriveInput, Fields, GenericArgument, Generics, Member, PathArguments, Type};

pub(super) struct VariantInput<'a> {
    pub(super) ident: &'a Ident,
    pub(super) attributes: &'a [Attribute],
    /// The attributes that may hold the format string of its `Display` text.
    pub(super) display_attributes: &'a [Attribute],
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
    /// Whether its type looks like an error, so that its text may reveal as much as that of a source.
    pub(super) is_error_like: bool,
}

impl<'a> VariantInput<'a> {
    pub(super) fn from_struct(
        input: &'a DeriveInput,
        fields: &'a Fields,
        arguments: Arguments,
        errors: &mut Errors,
    ) -> Self {
        let is_transparent = input.attrs.iter().any(is_error_transparent);
        let item = (&input.ident, &*input.attrs, quote!(Self));
        Self::new(item, (fields, &input.generics), is_transparent, arguments, errors)
    }

    /// Reads a variant.
    ///
    /// An `#[error(transparent)]` on the enum applies to a variant without its own `#[error]`.
    pub(super) fn from_variant(
        variant: &'a syn::Variant,
        original: &'a DeriveInput,
        errors: &mut Errors,
    ) -> Self {
        let ident = &variant.ident;
        let has_own = variant.attrs.iter().any(|attribute| attribute.path().is_ident("error"));
        let error_attributes = if has_own { &variant.attrs } else { &original.attrs };
        let is_transparent = error_attributes.iter().any(is_error_transparent);
        let arguments = Arguments::read(&variant.attrs, Place::Variant, errors);
        let fields = (&variant.fields, &original.generics);
        let item = (ident, &*variant.attrs, quote!(Self::#ident));
        let input = Self::new(item, fields, is_transparent, arguments, errors);
        let formats = |attribute: &Attribute| {
            ["error", "display", "snafu"].iter().any(|name| attribute.path().is_ident(name))
        };
        let has_own = variant.attrs.iter().any(formats);
        let display_attributes = if has_own { &variant.attrs } else { &original.attrs };
        Self { is_variant: true, display_attributes, ..input }
    }

    fn new(
        (ident, attributes, path): (&'a Ident, &'a [Attribute], TokenStream),
        (fields, generics): (&'a Fields, &Generics),
        is_transparent_error: bool,
        arguments: Arguments,
        errors: &mut Errors,
    ) -> Self {
        let fields = fields
            .members()
            .zip(fields)
            .map(|(member, field)| FieldInput::read(field, member, is_transparent_error, generics, errors))
            .collect();
        let name = ident.unraw().to_string();
        let mut input = Self {
            ident,
            attributes,
            display_attributes: attributes,
            name,
            path,
            is_variant: false,
            arguments,
            fields,
            sources: Ok(()),
        };
        input.sources = input.flagged(Argument::Source, errors).map(|_| ());
        input
    }

    /// Returns the argument of the variant that delegates everything to the problem in the only field.
    pub(super) fn delegation(&self) -> Option<&Written> {
        self.arguments.get(Argument::Other).or_else(|| self.arguments.get(Argument::Transparent))
    }

    /// Returns whether the variant delegates to a problem in one of its fields.
    pub(super) fn is_delegating(&self) -> bool {
        let is_inner = |field: &FieldInput<'_>| field.arguments.has(Argument::Transparent);
        self.delegation().is_some() || self.fields.iter().any(is_inner)
    }

    /// Returns whether the variant may send the text of a source.
    pub(super) fn is_exposed(&self) -> bool {
        self.arguments.has(Argument::Expose) || self.arguments.complete.is_err()
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
        generics: &Generics,
        errors: &mut Errors,
    ) -> Self {
        let name = member_name(&member);
        let arguments = Arguments::read(&original.attrs, Place::Field, errors);
        // `r#source` is not a source, as in thiserror.
        let is_named_source = matches!(&member, Member::Named(ident) if ident == "source");
        let is_source = arguments.has(Argument::Source)
            || source_attribute(&original.attrs).unwrap_or(is_transparent_error || is_named_source);
        let is_error_like = is_error_like(&original.ty, generics);
        Self { original, member, name, arguments, is_source, is_error_like }
    }

    /// Returns whether the type is written as an `Option`.
    pub(super) fn is_option(&self) -> bool {
        option_content(&self.original.ty).is_some()
    }
}

/// Returns a type without parentheses, and without the invisible group around a `:ty` fragment of a `macro_rules!`.
pub(super) fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(paren) => ungrouped(&paren.elem),
        ty => ty,
    }
}

/// Returns the name of a field without `r#`, or the index of a tuple field.
pub(crate) fn member_name(member: &Member) -> String {
    match member {
        Member::Named(name) => name.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

/// Returns the `T` of a type written as `Option<T>`.
pub(crate) fn option_content(ty: &Type) -> Option<&Type> {
    let Type::Path(ty) = ungrouped(ty) else { return None };
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
