//! From what is written to what is meant.

use super::extensions::{RenameAll, extensions};
use super::headers::{EnumHeaders, headers};
use super::input::VariantInput;
use super::problem_type::{Base, Types, problem_type};
use super::status::{EnumStatus, status};
use super::texts::{check_expose, detail, instance};
use super::{Field, Kind, Model, Occurrence, Status, Variant};
use crate::argument::{Argument, Place};
use crate::attr::{Arguments, Value};
use crate::errors::Errors;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Path};

/// The model of a type, or all its mistakes.
pub(crate) fn build(input: &DeriveInput) -> syn::Result<Model<'_>> {
    let errors = &mut Errors::default();
    let place = if matches!(input.data, Data::Enum(_)) { Place::Enum } else { Place::Struct };
    let arguments = Arguments::read(&input.attrs, place, errors);
    let krate = krate(&arguments, errors);
    let base = Base::of(&arguments, errors);
    let variants = match &input.data {
        Data::Union(data) => {
            errors.push(data.union_token, "`Problem` can be derived for enums and structs only");
            Vec::new()
        }
        Data::Struct(data) => {
            let defaults = Defaults { base, ..Defaults::default() };
            let input = VariantInput::of_struct(input, &data.fields, arguments, errors);
            vec![variant(&input, &defaults, errors)]
        }
        Data::Enum(data) => {
            let defaults = Defaults {
                base,
                status: EnumStatus::of(&arguments),
                display: arguments.get(Argument::Display).map(|written| written.key.span()),
                headers: EnumHeaders::of(&arguments, errors),
                rename_all: RenameAll::of(&arguments, errors),
            };
            let mut types = Types::default();
            data.variants
                .iter()
                .map(|original| {
                    let mistakes = errors.count();
                    let input = VariantInput::of_variant(original, &input.attrs, errors);
                    let variant = variant(&input, &defaults, errors);
                    if errors.count() == mistakes {
                        types.add(&input, &variant, errors);
                    }
                    variant
                })
                .collect()
        }
    };
    std::mem::take(errors).finish()?;
    Ok(Model { original: input, krate, variants })
}

/// The path in `crate = "..."`, for an expansion that has no model.
pub(crate) fn crate_path(input: &DeriveInput) -> TokenStream {
    let errors = &mut Errors::default();
    krate(&Arguments::read(&input.attrs, Place::Struct, errors), errors)
}

/// What the variants take over from their enum.
#[derive(Default)]
pub(super) struct Defaults<'a> {
    pub(super) base: Option<Base>,
    pub(super) status: EnumStatus,
    pub(super) display: Option<Span>,
    pub(super) headers: EnumHeaders<'a>,
    pub(super) rename_all: RenameAll,
}

fn variant<'a>(input: &VariantInput<'a>, defaults: &Defaults<'_>, errors: &mut Errors) -> Variant<'a> {
    let fields = input
        .fields
        .iter()
        .map(|field| Field { member: field.member.clone(), ty: &field.original.ty })
        .collect();
    let kind = match input.arguments.get(Argument::Transparent) {
        Some(transparent) => {
            check_transparent(input, &transparent.key, errors);
            Kind::Transparent
        }
        None => Kind::Occurrence(Box::new(occurrence(input, defaults, errors))),
    };
    Variant { path: input.path.clone(), fields, kind }
}

fn occurrence(input: &VariantInput<'_>, defaults: &Defaults<'_>, errors: &mut Errors) -> Occurrence {
    let mistakes = errors.count();
    let status = status(input, &defaults.status, errors);
    let (type_uri, title) = problem_type(input, status, defaults.base.as_ref(), errors);
    let detail = detail(input, status, defaults.display, errors);
    let instance = instance(input, errors);
    let extensions = extensions(input, defaults.rename_all, errors);
    let headers = headers(input, status, &defaults.headers, errors);
    if errors.count() == mistakes && !defaults.headers.is_wrong() {
        check_expose(input, errors);
    }
    Occurrence {
        status: status.unwrap_or(Status::Fixed(500)),
        type_uri,
        title,
        detail,
        instance,
        extensions,
        headers,
    }
}

fn check_transparent(input: &VariantInput<'_>, transparent: impl ToTokens, errors: &mut Errors) {
    if input.fields.len() != 1 {
        let message =
            format!("`transparent` needs exactly one field, `{}` has {}", input.name, input.fields.len());
        errors.push(transparent, message);
    }
    let own = input.arguments.iter().map(|written| (written, "decides it"));
    let of_fields = input.fields.iter().flat_map(|field| field.arguments.iter());
    for (written, reason) in own.chain(of_fields.map(|written| (written, "has its own"))) {
        let is_allowed =
            matches!(written.argument, Argument::Transparent | Argument::Crate | Argument::Source);
        if !is_allowed && !matches!(written.value, Value::Unreadable) {
            let name = written.argument.name();
            errors.push(
                &written.key,
                format!("`{name}` cannot be combined with `transparent`; the inner error {reason}"),
            );
        }
    }
}

fn krate(arguments: &Arguments, errors: &mut Errors) -> TokenStream {
    let default = quote!(::problem_core);
    let Some(text) = arguments.text(Argument::Crate) else { return default };
    match text.parse_with(Path::parse_mod_style) {
        Ok(path) => path.into_token_stream(),
        Err(_) => {
            errors.push(text, "`crate` is the path to problem-core, as in `crate = \"::facade::problem\"`");
            default
        }
    }
}
