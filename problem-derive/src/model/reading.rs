//! How a variant is read back, and where its fields come from.

use super::context::Context;
use super::declaration::Declaration;
use super::headers::{Header, HeaderValue};
use super::identity::Identity;
use super::input::{FieldInput, VariantInput, option_content};
use super::problem_type::ProblemType;
use super::status::{Status, require, status};
use super::transparent::check_transparent;
use crate::attr::Argument;
use crate::errors::{Errors, Reported};
use crate::names::is_conventional;
use crate::shared::standard::is_standard;
use quote::ToTokens;
use syn::{Attribute, Generics, Member, Type};

pub(crate) enum Reading {
    /// It is not read back, and its identity, if it has one, keeps its problems from the variants that are.
    Skipped(Option<Identity>),
    /// As the problem in the only field.
    Transparent,
    /// It takes whatever problem is none of the others.
    Other,
    /// As an occurrence, with the origin of each of its fields.
    Occurrence(Identity, Vec<Origin>),
}

/// Where a field comes from.
pub(crate) struct Origin {
    pub(crate) place: Option<OnTheWire>,
    /// Whether it is its default where it cannot be had.
    pub(crate) or_default: bool,
}

impl Origin {
    /// Returns the name of the extension member that it comes from.
    pub(crate) fn member(&self) -> Option<&str> {
        match &self.place {
            Some(OnTheWire::Member(name)) => Some(name),
            _ => None,
        }
    }
}

pub(crate) enum OnTheWire {
    Member(String),
    Flattened,
    /// The name in lower case.
    Header(String),
    RetryAfter,
    Instance,
    Status,
}

pub(super) fn reading(
    input: &VariantInput<'_>,
    context: &mut Context<'_>,
    generics: &Generics,
    errors: &mut Errors,
) -> Result<Reading, Reported> {
    let is_skipped = input.arguments.has(Argument::SkipDeserializing);
    if let Some(argument) = input.delegation() {
        let transparent = check_transparent(input, argument, errors);
        check_from(input, generics, errors).and(transparent)?;
        context.identities.add_other(input, errors)?;
        return Ok(match argument.argument {
            Argument::Other => Reading::Other,
            _ if is_skipped => Reading::Skipped(None),
            _ => Reading::Transparent,
        });
    }
    let mut status = status(input, context.defaults, errors);
    if !input.arguments.has(Argument::Type) {
        status = status.and_then(|status| require(input, status, errors)).map(Some);
    }
    let declaration = Declaration::read(input, status, context, errors);
    let identity = identity(input, &declaration, status, errors);
    let from = check_from(input, generics, errors);
    let origins = if is_skipped { Ok(Vec::new()) } else { origins(input, &declaration, errors) };
    let expose = declaration.check_expose(input, errors);
    input.sound().and(from).and(expose)?;
    declaration.sound()?;
    let (identity, origins) = (identity?, origins?);
    context.identities.add(input, &identity, !is_skipped, errors)?;
    Ok(if is_skipped { Reading::Skipped(Some(identity)) } else { Reading::Occurrence(identity, origins) })
}

/// Returns what tells the variant from the others: its own type, which does without a status code, or that code.
fn identity(
    input: &VariantInput<'_>,
    declaration: &Declaration,
    status: Result<Option<Status>, Reported>,
    errors: &mut Errors,
) -> Result<Identity, Reported> {
    // The type may be what could not be read.
    input.complete()?;
    match declaration.problem_type.as_ref()? {
        ProblemType::Own { uri, .. } => Ok(Identity::Type(uri.clone())),
        ProblemType::Blank => Ok(match require(input, status?, errors)? {
            Status::Fixed(code) => Identity::Status(code),
            Status::Field(_) => Identity::AnyStatus,
        }),
    }
}

/// Returns where each field comes from.
fn origins(
    input: &VariantInput<'_>,
    declaration: &Declaration,
    errors: &mut Errors,
) -> Result<Vec<Origin>, Reported> {
    input.complete()?;
    let flattened = check_flatten(input, errors);
    let origins: Vec<_> =
        (0..input.fields.len()).map(|index| origin(input, index, declaration, errors)).collect();
    flattened?;
    origins.into_iter().collect()
}

fn origin(
    input: &VariantInput<'_>,
    index: usize,
    declaration: &Declaration,
    errors: &mut Errors,
) -> Result<Origin, Reported> {
    let field = &input.fields[index];
    let place = on_the_wire(index, field, declaration);
    let is_marked = WIRE_ARGUMENTS.iter().any(|argument| field.arguments.has(*argument));
    let is_on_the_wire = is_marked || matches!(place, Ok(Some(_)));
    let owned = if is_on_the_wire { check_owned(field, errors) } else { Ok(()) };
    let place = owned.and(place)?;
    let or_default = field.arguments.has(Argument::Default);
    if place.is_none() && !or_default {
        let tokens = match &field.original.ident {
            Some(ident) => ident.to_token_stream(),
            None => field.original.ty.to_token_stream(),
        };
        return Err(errors.push(tokens, nothing_fills(input, index, declaration.headers.as_ref()?)));
    }
    Ok(Origin { place, or_default })
}

/// The arguments by which a field says that it is on the wire, apart from those that make it a header field.
const WIRE_ARGUMENTS: [Argument; 4] =
    [Argument::Status, Argument::Extension, Argument::Flatten, Argument::Instance];

/// Returns where the value of a field is on the wire; an error where an argument that may say so has one.
fn on_the_wire(
    index: usize,
    field: &FieldInput<'_>,
    declaration: &Declaration,
) -> Result<Option<OnTheWire>, Reported> {
    if field.arguments.has(Argument::Status) {
        return Ok(Some(OnTheWire::Status));
    }
    if field.arguments.has(Argument::Extension) || field.arguments.has(Argument::Flatten) {
        let extension = declaration.extensions.as_ref()?.iter().find(|extension| extension.field == index);
        return Ok(extension.map(|extension| match &extension.name {
            Some(name) => OnTheWire::Member(name.clone()),
            None => OnTheWire::Flattened,
        }));
    }
    if field.arguments.has(Argument::Instance) {
        return Ok(Some(OnTheWire::Instance));
    }
    Ok(in_header(index, declaration.headers.as_ref()?))
}

fn in_header(index: usize, headers: &[Header]) -> Option<OnTheWire> {
    let is_only_one =
        |header: &&Header| headers.iter().filter(|other| other.name == header.name).count() == 1;
    headers.iter().filter(is_only_one).find_map(|header| match &header.value {
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

/// What is flattened is read back from all that no other field has, and there is no telling which of two it belongs to.
fn check_flatten(input: &VariantInput<'_>, errors: &mut Errors) -> Result<(), Reported> {
    let mut checked = Ok(());
    let flattened = input.fields.iter().filter_map(|field| field.arguments.get(Argument::Flatten));
    for written in flattened.skip(1) {
        let message = format!(
            "`{}` has `flatten` already, and what is read back belongs to one of the two; flatten one value that \
             holds both",
            input.name
        );
        checked = Err(errors.push(&written.key, message));
    }
    checked
}

fn nothing_fills(input: &VariantInput<'_>, index: usize, headers: &[Header]) -> String {
    let field = &input.fields[index];
    let (name, variant) = (&field.name, &input.name);
    let header = headers.iter().find(|header| header.value.fields().contains(&index));
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
fn check_owned(field: &FieldInput<'_>, errors: &mut Errors) -> Result<(), Reported> {
    let ty = &field.original.ty;
    if is_reference(option_content(ty).unwrap_or(ty)) {
        let message = "a reference cannot be read back; hold what is owned, such as a `String`";
        return Err(errors.push(ty, message));
    }
    Ok(())
}

fn is_reference(ty: &Type) -> bool {
    match ty {
        Type::Reference(_) => true,
        Type::Group(group) => is_reference(&group.elem),
        Type::Paren(paren) => is_reference(&paren.elem),
        _ => false,
    }
}

/// Checks that thiserror makes no `From` of a `#[from]` that would be a second one; rustc would report it at neither of
/// the two.
fn check_from(input: &VariantInput<'_>, generics: &Generics, errors: &mut Errors) -> Result<(), Reported> {
    let mut checked = Ok(());
    for field in &input.fields {
        let Some(from) = clashing_from(field.original, generics) else { continue };
        let is_other = input.arguments.has(Argument::Other);
        let remedy = if is_details(&field.original.ty) && input.is_variant && !is_other {
            "mark the variant `other`, and leave `#[from]` out"
        } else {
            "leave `#[from]` out"
        };
        let message = format!(
            "`#[from]` would be a second `From<ProblemDetails>` beside that of `FromProblem`; {remedy}"
        );
        checked = Err(errors.push(from, message));
    }
    checked
}

/// Returns the `#[from]` of a field whose type is `ProblemDetails`, or a type parameter and so may be.
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
