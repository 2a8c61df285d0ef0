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
use crate::shared::member_name::is_standard;
use quote::ToTokens;
use syn::{Attribute, Generics, Member, Type};

pub(crate) enum Reading {
    /// Not read back. Its identity, if it has one, keeps its problems from being read as another variant.
    Skipped(Option<Identity>),
    /// Read as the problem in this field, which is the only one.
    Transparent(usize),
    /// Stores any problem that no other variant matches, in this field.
    Other(usize),
    /// Read as an occurrence, with the origin of each of its fields.
    Occurrence(Identity, Vec<Origin>),
}

/// The origin of a field.
pub(crate) enum Origin {
    /// The default of its type.
    Default,
    OnTheWire {
        place: OnTheWire,
        /// Whether the field gets its default if it cannot be read.
        or_default: bool,
    },
}

impl Origin {
    /// Returns the name of the extension member that the field comes from.
    pub(crate) fn member(&self) -> Option<&str> {
        match self {
            Self::OnTheWire { place: OnTheWire::Member(name), .. } => Some(name),
            _ => None,
        }
    }

    /// Returns whether the field is read from the details, rather than in one pass over the text.
    pub(crate) fn needs_details(&self) -> bool {
        match self {
            Self::Default => false,
            Self::OnTheWire { place, .. } => match place {
                OnTheWire::Member(_) | OnTheWire::Header(_) | OnTheWire::RetryAfter => false,
                OnTheWire::Flattened | OnTheWire::Instance | OnTheWire::Status => true,
            },
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
    if let Some(delegation) = input.delegation() {
        let inner = check_transparent(input, delegation, errors);
        let other = context.identities.add_other(input, errors);
        let inner = check_from(input, generics, errors).and(other).and(inner)?;
        return Ok(match delegation.argument {
            Argument::Other => Reading::Other(inner),
            _ if is_skipped => Reading::Skipped(None),
            _ => Reading::Transparent(inner),
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
    status.and(declaration.sound())?;
    let (identity, origins) = (identity?, origins?);
    context.identities.add(input, &identity, !is_skipped, errors)?;
    Ok(if is_skipped { Reading::Skipped(Some(identity)) } else { Reading::Occurrence(identity, origins) })
}

/// Returns the identity of the variant: its own type, which needs no status code, or its status code.
fn identity(
    input: &VariantInput<'_>,
    declaration: &Declaration,
    status: Result<Option<Status>, Reported>,
    errors: &mut Errors,
) -> Result<Identity, Reported> {
    // The part that could not be read may be the type.
    input.complete()?;
    match declaration.problem_type.as_ref()? {
        ProblemType::Own { uri, .. } => Ok(Identity::Type(uri.clone())),
        ProblemType::Blank => Ok(match require(input, status?, errors)? {
            Status::Fixed(code) => Identity::Status(code),
            Status::Field(_) => Identity::AnyStatus,
        }),
    }
}

/// Returns the origin of each field.
fn origins(
    input: &VariantInput<'_>,
    declaration: &Declaration,
    errors: &mut Errors,
) -> Result<Vec<Origin>, Reported> {
    let flattened = check_flatten(input, errors);
    let fields = input.fields.iter().enumerate();
    let origins: Vec<_> =
        fields.map(|(index, field)| origin(input, index, field, declaration, errors)).collect();
    flattened?;
    origins.into_iter().collect()
}

fn origin(
    input: &VariantInput<'_>,
    index: usize,
    field: &FieldInput<'_>,
    declaration: &Declaration,
    errors: &mut Errors,
) -> Result<Origin, Reported> {
    let place = match marked(index, field, declaration) {
        Some(place) => Some(place),
        None => in_header(index, declaration.headers.as_ref()?).map(Ok),
    };
    let or_default = field.arguments.has(Argument::Default);
    match place {
        Some(place) => {
            let place = check_owned(field, errors).and(place)?;
            Ok(Origin::OnTheWire { place, or_default })
        }
        None if or_default => Ok(Origin::Default),
        None => {
            input.complete()?;
            let tokens = match &field.original.ident {
                Some(ident) => ident.to_token_stream(),
                None => field.original.ty.to_token_stream(),
            };
            Err(errors.push(tokens, nothing_fills(input, index, declaration.headers.as_ref()?)))
        }
    }
}

/// Returns the place on the wire that an argument of a field gives it, or the error in that argument.
fn marked(
    index: usize,
    field: &FieldInput<'_>,
    declaration: &Declaration,
) -> Option<Result<OnTheWire, Reported>> {
    let has = |argument| field.arguments.has(argument);
    if has(Argument::Status) {
        Some(Ok(OnTheWire::Status))
    } else if has(Argument::Instance) {
        Some(Ok(OnTheWire::Instance))
    } else if has(Argument::Extension) || has(Argument::Flatten) {
        let extensions = match &declaration.extensions {
            Ok(extensions) => extensions,
            Err(reported) => return Some(Err(*reported)),
        };
        let extension = extensions.iter().find(|extension| extension.field == index)?;
        Some(Ok(match &extension.name {
            Some(name) => OnTheWire::Member(name.clone()),
            None => OnTheWire::Flattened,
        }))
    } else {
        None
    }
}

fn in_header(index: usize, headers: &[Header]) -> Option<OnTheWire> {
    let is_only_one =
        |header: &&Header| headers.iter().filter(|other| other.name == header.name).count() == 1;
    headers.iter().filter(is_only_one).find_map(|header| match &header.value {
        HeaderValue::RetryAfter(field) if *field == index => Some(OnTheWire::RetryAfter),
        HeaderValue::Field(field) if *field == index => Some(OnTheWire::Header(header.name.clone())),
        HeaderValue::Template(formatted) if formatted.only_field() == Some(index) => {
            Some(OnTheWire::Header(header.name.clone()))
        }
        _ => None,
    })
}

/// Checks that at most one field is flattened. With two, a member that is read back could belong to either.
fn check_flatten(input: &VariantInput<'_>, errors: &mut Errors) -> Result<(), Reported> {
    let mut checked = Ok(());
    let flattened = input.fields.iter().filter_map(|field| field.arguments.get(Argument::Flatten));
    for written in flattened.skip(1) {
        let message = format!(
            "only one `flatten` field of `{}` can be read back; flatten one value that holds both",
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
            format!("its header field is not exactly `{{{name}}}`")
        } else {
            format!("`{other}` may be sent more than once")
        };
        &*format!("{reason}, so add `#[problem(default)]`")
    } else if field.is_source && input.is_variant {
        "add `#[problem(skip_deserializing)]` to the variant, or `#[problem(default)]` to the field"
    } else if field.is_source {
        "add `#[problem(default)]`"
    } else if is_own_name {
        "add `#[problem(extension)]` to make it an extension member, or `#[problem(default)]`"
    } else {
        "add `#[problem(extension = \"...\")]` to make it an extension member, or `#[problem(default)]`"
    };
    format!("the field `{name}` of `{variant}` cannot be read back; {remedy}")
}

/// Checks that a field owns its value. rustc would report a lifetime error, and only at the derive.
fn check_owned(field: &FieldInput<'_>, errors: &mut Errors) -> Result<(), Reported> {
    let ty = &field.original.ty;
    if is_reference(option_content(ty).unwrap_or(ty)) {
        let message = "a reference cannot be read back; use an owned type such as `String`";
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

/// Checks that no `#[from]` of thiserror conflicts with the generated conversion from `ProblemDetails`.
///
/// rustc would only report that two impls conflict, and not how to fix it.
fn check_from(input: &VariantInput<'_>, generics: &Generics, errors: &mut Errors) -> Result<(), Reported> {
    let mut checked = Ok(());
    for field in &input.fields {
        let Some(from) = clashing_from(field.original, generics) else { continue };
        let is_other = input.arguments.has(Argument::Other);
        let remedy = if is_details(&field.original.ty) && input.is_variant && !is_other {
            "remove `#[from]` and mark the variant `other`"
        } else {
            "remove `#[from]`"
        };
        let message = format!(
            "`#[from]` would conflict with the conversion from `ProblemDetails` that `FromProblem` generates; {remedy}"
        );
        checked = Err(errors.push(from, message));
    }
    checked
}

/// Returns the `#[from]` of a field whose type is `ProblemDetails`, or a type parameter that could stand for it.
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
