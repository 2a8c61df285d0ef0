//! How a variant is read back, and where its fields come from.

use super::input::{FieldInput, VariantInput, option_content};
use super::keys::key;
use super::{HeaderValue, Instance, Kind, Occurrence, OnTheWire, Origin, Reading, Status};
use crate::argument::Argument;
use crate::errors::Errors;
use crate::names::is_conventional;
use crate::standard::is_standard;
use quote::ToTokens;
use syn::{Attribute, Member, Type};

/// How a variant is read back; `None` if it is not, or if that cannot be known for a mistake that has been reported.
pub(super) fn reading(
    input: &VariantInput<'_>,
    kind: &Kind,
    headers_are_sound: bool,
    errors: &mut Errors,
) -> Option<Reading> {
    for field in &input.fields {
        check_from(input, field, errors);
    }
    if input.arguments.has(Argument::SkipDeserializing) || input.is_unreadable() {
        return None;
    }
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
            Some(Reading::Own(key(occurrence), origins.collect()))
        }
    }
}

/// Whether an argument says where it goes, be there a mistake in that or not.
fn is_meant_for_the_wire(field: &FieldInput<'_>) -> bool {
    use Argument::{Extension, Flatten, Header, Instance, RetryAfter, Status};
    [Extension, Flatten, Header, Instance, RetryAfter, Status]
        .into_iter()
        .any(|argument| field.arguments.has(argument))
}

fn nothing_fills(input: &VariantInput<'_>, index: usize, occurrence: &Occurrence) -> String {
    let field = &input.fields[index];
    let (name, variant) = (&field.name, &input.name);
    let in_header = occurrence.headers.iter().any(|header| header.value.fields().contains(&index));
    let is_own_name = matches!(field.member, Member::Named(_)) && is_conventional(name) && !is_standard(name);
    let remedy = if in_header {
        &*format!(
            "a header field is read back where it is `{{{name}}}` and no more; add `#[problem(default)]`"
        )
    } else if field.is_source && input.is_variant {
        "add `#[problem(default)]`, or `#[problem(skip_deserializing)]` to the variant"
    } else if field.is_source {
        "add `#[problem(default)]`"
    } else if is_own_name {
        "add `#[problem(extension)]` to send it, or `#[problem(default)]`"
    } else {
        "add `#[problem(extension = \"...\")]` to send it, or `#[problem(default)]`"
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
    occurrence.headers.iter().find_map(|header| match &header.value {
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
fn check_from(input: &VariantInput<'_>, field: &FieldInput<'_>, errors: &mut Errors) {
    let Some(from) = from_details(field.original) else { return };
    let remedy = if input.is_variant && !input.arguments.has(Argument::Other) {
        "mark the variant `other`, and leave `#[from]` out"
    } else {
        "leave `#[from]` out"
    };
    errors.push(
        from,
        format!("`#[from]` would be a second `From<ProblemDetails>` beside that of `FromProblem`; {remedy}"),
    );
}

/// The `#[from]` of a field whose type is written as `ProblemDetails`.
pub(crate) fn from_details(field: &syn::Field) -> Option<&Attribute> {
    let from = field.attrs.iter().find(|attribute| attribute.path().is_ident("from"));
    from.filter(|_| is_details(&field.ty))
}

fn is_details(ty: &Type) -> bool {
    match ty {
        Type::Path(ty) => ty.path.segments.last().is_some_and(|segment| segment.ident == "ProblemDetails"),
        Type::Group(group) => is_details(&group.elem),
        Type::Paren(paren) => is_details(&paren.elem),
        _ => false,
    }
}
