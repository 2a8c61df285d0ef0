//! From what is written to what is meant.

use super::extensions::{RenameAll, extensions};
use super::headers::{EnumHeaders, headers};
use super::input::VariantInput;
use super::keys::Keys;
use super::problem_type::{Base, Types, problem_type};
use super::reading::reading;
use super::status::{EnumStatus, status};
use super::texts::{check_expose, detail, instance};
use super::{Derive, Field, Frameworks, Kind, Model, Occurrence, Status, Variant};
use crate::argument::{Argument, Place};
use crate::attr::{Arguments, Value, Written};
use crate::errors::Errors;
use crate::shared::same_type::same_type;
use crate::shared::standard::ABOUT_BLANK;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Generics, LitStr, Path};

/// The model of a type, or all its mistakes.
pub(crate) fn build(input: &DeriveInput, derive: Derive) -> syn::Result<Model<'_>> {
    let errors = &mut Errors::default();
    let generics = &input.generics;
    let place = if matches!(input.data, Data::Enum(_)) { Place::Enum } else { Place::Struct };
    let arguments = Arguments::read(&input.attrs, place, errors);
    let krate = krate(&arguments, errors);
    let frameworks = Frameworks::of(&arguments, errors);
    let base = Base::of(&arguments, errors);
    let variants = match &input.data {
        Data::Union(data) => {
            errors.push(data.union_token, "only an enum or a struct can be a problem");
            Vec::new()
        }
        Data::Struct(data) => {
            let defaults = Defaults { derive, base, ..Defaults::default() };
            let input = VariantInput::of_struct(input, &data.fields, arguments, errors);
            vec![variant(&input, &defaults, generics, errors)]
        }
        Data::Enum(data) => {
            let defaults = Defaults {
                derive,
                base,
                status: EnumStatus::of(&arguments),
                display: arguments.get(Argument::Display).map(|written| written.key.span()),
                headers: EnumHeaders::of(&arguments, errors),
                rename_all: RenameAll::of(&arguments, errors),
            };
            let mut types = Types::default();
            let mut keys = Keys::default();
            data.variants
                .iter()
                .map(|original| {
                    let mistakes = errors.count();
                    let input = VariantInput::of_variant(original, &input.attrs, errors);
                    let variant = variant(&input, &defaults, generics, errors);
                    if errors.count() == mistakes {
                        types.add(&input, &variant, errors);
                    }
                    if errors.count() == mistakes {
                        keys.add(&input, &variant, derive, errors);
                    }
                    variant
                })
                .collect()
        }
    };
    std::mem::take(errors).finish()?;
    Ok(Model { original: input, krate, frameworks, variants })
}

/// The path to problem-core and the frameworks, for an expansion that has no model.
pub(crate) fn crate_and_frameworks(input: &DeriveInput) -> (TokenStream, Frameworks) {
    let errors = &mut Errors::default();
    let arguments = Arguments::read(&input.attrs, Place::Struct, errors);
    (krate(&arguments, errors), Frameworks::of(&arguments, errors))
}

/// What the variants take over from their enum.
#[derive(Default)]
pub(super) struct Defaults<'a> {
    pub(super) derive: Derive,
    pub(super) base: Option<Base>,
    pub(super) status: EnumStatus,
    pub(super) display: Option<Span>,
    pub(super) headers: EnumHeaders<'a>,
    pub(super) rename_all: RenameAll,
}

fn variant<'a>(
    input: &VariantInput<'a>,
    defaults: &Defaults<'_>,
    generics: &Generics,
    errors: &mut Errors,
) -> Variant<'a> {
    let fields = input
        .fields
        .iter()
        .map(|field| Field { member: field.member.clone(), ty: &field.original.ty })
        .collect();
    let (transparent, other) = (Argument::Transparent, Argument::Other);
    let (kind, headers_are_sound) =
        match input.arguments.get(other).or_else(|| input.arguments.get(transparent)) {
            Some(written) => {
                check_transparent(input, written, errors);
                (Kind::Transparent, true)
            }
            None => occurrence(input, defaults, errors),
        };
    let reading = match defaults.derive {
        Derive::Problem => None,
        Derive::FromProblem => reading(input, &kind, headers_are_sound, generics, errors),
    };
    Variant { path: input.path.clone(), fields, kind, reading }
}

/// What is sent, and whether its header fields are without a mistake.
fn occurrence(input: &VariantInput<'_>, defaults: &Defaults<'_>, errors: &mut Errors) -> (Kind, bool) {
    let mistakes = errors.count();
    // A type of its own is enough to know a problem by, so that `FromProblem` needs no status with it.
    let type_uri = input.arguments.text(Argument::Type).map(LitStr::value);
    let has_type = input.arguments.has(Argument::Type)
        && !type_uri.is_some_and(|type_uri| same_type(&type_uri, ABOUT_BLANK));
    let is_required = defaults.derive == Derive::Problem || !has_type;
    let status = status(input, &defaults.status, is_required, errors);
    let (type_uri, title) = problem_type(input, status, defaults.base.as_ref(), errors);
    let detail = detail(input, status, defaults.display, errors);
    let instance = instance(input, errors);
    let extensions = extensions(input, defaults.rename_all, defaults.derive, errors);
    let mistakes_before_headers = errors.count();
    let headers = headers(input, status, &defaults.headers, defaults.derive, errors);
    let headers_are_sound = errors.count() == mistakes_before_headers && !defaults.headers.is_wrong();
    if errors.count() == mistakes && !defaults.headers.is_wrong() {
        check_expose(input, errors);
    }
    let occurrence = Occurrence {
        // Without one there is a mistake, or nothing is sent.
        status: status.unwrap_or(Status::Fixed(500)),
        type_uri,
        title,
        detail,
        instance,
        extensions,
        headers,
    };
    (Kind::Occurrence(Box::new(occurrence)), headers_are_sound)
}

/// Checks a variant or struct under `transparent`, or under `other`, which is that, too.
fn check_transparent(input: &VariantInput<'_>, argument: &Written, errors: &mut Errors) {
    let transparent = argument.argument.name();
    if input.fields.len() != 1 {
        let message =
            format!("`{transparent}` needs exactly one field, `{}` has {}", input.name, input.fields.len());
        errors.push(&argument.key, message);
    }
    let own = input.arguments.iter().map(|written| (written, "decides it"));
    let of_fields = input.fields.iter().flat_map(|field| field.arguments.iter());
    for (written, reason) in own.chain(of_fields.map(|written| (written, "has its own"))) {
        if matches!(written.value, Value::Unreadable) || written.argument == argument.argument {
            continue;
        }
        let name = written.argument.name();
        let is_other = argument.argument == Argument::Other;
        match written.argument {
            Argument::Transparent => {
                errors.push(&written.key, "`other` is `transparent` already; leave `transparent` out");
            }
            Argument::SkipDeserializing if is_other => errors.push(
                &written.key,
                "`skip_deserializing` cannot be combined with `other`; leave out one of the two",
            ),
            Argument::Crate
            | Argument::Emit
            | Argument::IntoResponse
            | Argument::Manual
            | Argument::SkipDeserializing
            | Argument::Source => {}
            Argument::Default => errors.push(
                &written.key,
                format!(
                    "`default` cannot be combined with `{transparent}`; the inner error is read as a whole"
                ),
            ),
            _ => errors.push(
                &written.key,
                format!("`{name}` cannot be combined with `{transparent}`; the inner error {reason}"),
            ),
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
