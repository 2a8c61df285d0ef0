//! How a variant is read back, and where its fields come from.

use super::input::{FieldInput, VariantInput, option_content};
use super::{Header, HeaderValue, Instance, Kind, Occurrence, OnTheWire, Origin, Reading, Status};
use crate::argument::Argument;
use crate::errors::Errors;
use crate::names::is_conventional;
use crate::shared::standard::is_standard;
use quote::ToTokens;
use syn::{Attribute, Generics, Member, Type};

/// How a variant is read back; `None` if it is not, or if that cannot be known for a mistake that has been reported.
pub(super) fn reading(
    input: &VariantInput<'_>,
    kind: &Kind,
    headers_are_sound: bool,
    generics: &Generics,
    errors: &mut Errors,
) -> Option<Reading> {
    for field in &input.fields {
        check_from(input, field, generics, errors);
    }
    if input.arguments.has(Argument::SkipDeserializing) || input.is_unreadable() {
        return None;
    }
    check_flatten(input, errors);
    match kind {
        _ if input.arguments.has(Argument::Other) => Some(Reading::Other),
        Kind::Transparent => Some(Reading::Transparent),
        Kind::Occurrence(occurrence) => {
            let origins = input.fields.iter().enumerate().map(|(index, field)| {
                let place = on_the_wire(index, occurrence);
                let or_default = field.arguments.has(Argument::Default);
                if place.is_some() {
                    check_owned(field, errors);
                } else if !or_default && headers_are_sound && !is_meant_for_the_wire(field) {
                    let tokens = match &field.original.ident {
                        Some(ident) => ident.to_token_stream(),
                        None => field.original.ty.to_token_stream(),
                    };
                    errors.push(tokens, nothing_fills(input, index, occurrence));
                }
                Origin { place, or_default }
            });
            Some(Reading::Own(origins.collect()))
        }
    }
}

/// What is flattened is read back from all that no other field has, and there is no telling which of two it belongs to.
fn check_flatten(input: &VariantInput<'_>, errors: &mut Errors) {
    let flattened = input.fields.iter().filter_map(|field| field.arguments.get(Argument::Flatten));
    for written in flattened.skip(1) {
        errors.push(
            &written.key,
            format!(
                "`{}` has `flatten` already, and what is read back belongs to one of the two; flatten one value that \
                 holds both",
                input.name
            ),
        );
    }
}

/// Whether an argument says where it goes, be there a mistake in that or not; those in header fields are known of.
fn is_meant_for_the_wire(field: &FieldInput<'_>) -> bool {
    use Argument::{Extension, Flatten, Instance, Status};
    [Extension, Flatten, Instance, Status].into_iter().any(|argument| field.arguments.has(argument))
}

fn nothing_fills(input: &VariantInput<'_>, index: usize, occurrence: &Occurrence) -> String {
    let field = &input.fields[index];
    let (name, variant) = (&field.name, &input.name);
    let header = occurrence.headers.iter().find(|header| header.value.fields().contains(&index));
    let is_own_name = matches!(field.member, Member::Named(_)) && is_conventional(name) && !is_standard(name);
    let remedy = if let Some(Header { name: other, value }) = header {
        let is_more = matches!(value, HeaderValue::Template(formatted) if formatted.only_field().is_none());
        let reason = if is_more {
            format!("a header field is read back where it is `{{{name}}}` and no more")
        } else {
            format!("`{other}` may be sent more than once")
        };
        &*format!("{reason}; add `#[problem(default)]`")
    } else if field.is_source && input.is_variant {
        "add `#[problem(default)]`, or `#[problem(skip_deserializing)]` to the variant"
    } else if field.is_source {
        "add `#[problem(default)]`"
    } else if is_own_name {
        "add `#[problem(extension)]` to put it there, or `#[problem(default)]`"
    } else {
        "add `#[problem(extension = \"...\")]` to put it there, or `#[problem(default)]`"
    };
    format!("nothing on the wire fills the field `{name}` of `{variant}`; {remedy}")
}

/// What is read has nothing to borrow from; rustc would say so of a lifetime, and at the derive.
fn check_owned(field: &FieldInput<'_>, errors: &mut Errors) {
    let ty = &field.original.ty;
    if is_reference(option_content(ty).unwrap_or(ty)) {
        errors.push(ty, "a reference cannot be read back; hold what is owned, such as a `String`");
    }
}

fn is_reference(ty: &Type) -> bool {
    match ty {
        Type::Reference(_) => true,
        Type::Group(group) => is_reference(&group.elem),
        Type::Paren(paren) => is_reference(&paren.elem),
        _ => false,
    }
}

fn on_the_wire(index: usize, occurrence: &Occurrence) -> Option<OnTheWire> {
    if matches!(occurrence.status, Status::Field(field) if field == index) {
        return Some(OnTheWire::Status);
    }
    if let Some(extension) = occurrence.extensions.iter().find(|extension| extension.field == index) {
        return Some(match &extension.name {
            Some(name) => OnTheWire::Member(name.clone()),
            None => OnTheWire::Flattened,
        });
    }
    if matches!(occurrence.instance, Instance::Field(field) if field == index) {
        return Some(OnTheWire::Instance);
    }
    let is_only_one =
        |header: &Header| occurrence.headers.iter().filter(|other| other.name == header.name).count() == 1;
    occurrence.headers.iter().filter(|header| is_only_one(header)).find_map(|header| match &header.value {
        HeaderValue::RetryAfter(field) if *field == index => Some(OnTheWire::RetryAfter),
        HeaderValue::Field(field) | HeaderValue::RequiredField(field) if *field == index => {
            Some(OnTheWire::Header(header.name.clone()))
        }
        HeaderValue::Template(formatted) if formatted.only_field() == Some(index) => {
            Some(OnTheWire::Header(header.name.clone()))
        }
        _ => None,
    })
}

/// thiserror makes a `From` of `#[from]`, and rustc would report the second one at neither of the two.
fn check_from(input: &VariantInput<'_>, field: &FieldInput<'_>, generics: &Generics, errors: &mut Errors) {
    let Some(from) = clashing_from(field.original, generics) else { return };
    let remedy =
        if is_details(&field.original.ty) && input.is_variant && !input.arguments.has(Argument::Other) {
            "mark the variant `other`, and leave `#[from]` out"
        } else {
            "leave `#[from]` out"
        };
    errors.push(
        from,
        format!("`#[from]` would be a second `From<ProblemDetails>` beside that of `FromProblem`; {remedy}"),
    );
}

/// The `#[from]` of a field whose type is `ProblemDetails`, or a type parameter and so may be.
pub(crate) fn clashing_from<'a>(field: &'a syn::Field, generics: &Generics) -> Option<&'a Attribute> {
    let from = field.attrs.iter().find(|attribute| attribute.path().is_ident("from"))?;
    let is_parameter = match &field.ty {
        Type::Path(ty) => generics.type_params().any(|parameter| ty.path.is_ident(&parameter.ident)),
        _ => false,
    };
    (is_parameter || is_details(&field.ty)).then_some(from)
}

fn is_details(ty: &Type) -> bool {
    match ty {
        Type::Path(ty) => ty.path.segments.last().is_some_and(|segment| segment.ident == "ProblemDetails"),
        Type::Group(group) => is_details(&group.elem),
        Type::Paren(paren) => is_details(&paren.elem),
        _ => false,
    }
}
