//! How a variant is read back.

use super::context::Context;
use super::identity::Identity;
use super::input::{VariantInput, ungrouped};
use super::origin::{Origin, origins};
use super::problem_type::{generated_type, resolve};
use super::status::{Status, require, status};
use super::transparent::check_transparent;
use crate::attr::Argument;
use crate::errors::{Errors, Reported};
use crate::shared::type_uri::{ABOUT_BLANK, same_type};
use crate::uri;
use syn::{Attribute, Generics, Ident, Type};

pub(crate) enum Reading {
    /// Not read back. Its identity, if it has one, keeps its problems from being read as another variant.
    Skipped(Option<Identity>),
    /// Read as the problem in this field, with the origin of each other field.
    Transparent(usize, Vec<Origin>),
    /// Stores any problem that no other variant matches, in this field.
    Other(usize),
    /// Read as an occurrence, with the origin of each of its fields.
    Occurrence(Identity, Vec<Origin>),
}

impl Reading {
    pub(super) fn identity_mut(&mut self) -> Option<&mut Identity> {
        match self {
            Self::Skipped(identity) => identity.as_mut(),
            Self::Occurrence(identity, _) => Some(identity),
            Self::Transparent(..) | Self::Other(_) => None,
        }
    }
}

pub(super) fn reading(
    input: &VariantInput<'_>,
    context: &mut Context<'_>,
    generics: &Generics,
    errors: &mut Errors,
) -> Result<Reading, Reported> {
    let is_skipped = input.arguments.has(Argument::SkipDeserializing);
    if input.is_delegating() {
        let inner = check_transparent(input, errors);
        let other = context.identities.add_other(input, errors);
        let inner = check_from(input, generics, errors).and(other).and(inner)?;
        return Ok(if input.arguments.has(Argument::Other) {
            Reading::Other(inner)
        } else if is_skipped {
            Reading::Skipped(None)
        } else {
            Reading::Transparent(inner, origins(input, Ok(None), context, errors)?)
        });
    }
    let mut status = status(input, context.defaults, errors);
    if !input.arguments.has(Argument::Type) {
        status = status.and_then(|status| require(input, status, errors)).map(Some);
    }
    let identity = identity(input, status, context, errors);
    let from = check_from(input, generics, errors);
    let origins = if is_skipped { Ok(Vec::new()) } else { origins(input, status, context, errors) };
    input.sound().and(from)?;
    status?;
    let (identity, origins) = (identity?, origins?);
    context.identities.add(input, &identity, !is_skipped, errors)?;
    Ok(if is_skipped { Reading::Skipped(Some(identity)) } else { Reading::Occurrence(identity, origins) })
}

/// Returns the identity of the variant: its own type, which needs no status code, or its status code.
fn identity(
    input: &VariantInput<'_>,
    status: Result<Option<Status>, Reported>,
    context: &mut Context<'_>,
    errors: &mut Errors,
) -> Result<Identity, Reported> {
    // The part that could not be read may be the type.
    input.complete()?;
    if let Some(type_uri) = type_uri(input, status, context, errors)? {
        let code = match status? {
            Some(Status::Fixed(code)) => Some(code),
            Some(Status::Field(_)) | None => None,
        };
        return Ok(Identity::TypeAndStatus(type_uri, code));
    }
    Ok(match require(input, status?, errors)? {
        Status::Fixed(code) => Identity::Status(code),
        Status::Field(_) => Identity::AnyStatus,
    })
}

/// Returns the type of a variant, or `None` for `about:blank`. A type that is not a URI reference is read verbatim.
fn type_uri(
    input: &VariantInput<'_>,
    status: Result<Option<Status>, Reported>,
    context: &mut Context<'_>,
    errors: &mut Errors,
) -> Result<Option<String>, Reported> {
    let written = match input.arguments.text(Argument::Type)? {
        Some(text) => Some(text.value()),
        None => generated_type(input, status, context, errors)?.map(|generated| generated.written),
    };
    match written {
        Some(written) if same_type(&written, ABOUT_BLANK) => Ok(None),
        Some(written) if written.is_empty() || uri::check_reference(&written).is_err() => Ok(Some(written)),
        Some(written) => resolve(&written, &mut context.base, errors).map(Some),
        None => Ok(None),
    }
}

/// Checks that no `#[from]` of thiserror conflicts with the generated conversion from `ProblemDetails`.
///
/// rustc would only report that two impls conflict, and not how to fix it.
fn check_from(input: &VariantInput<'_>, generics: &Generics, errors: &mut Errors) -> Result<(), Reported> {
    let mut checked = Ok(());
    for field in &input.fields {
        let Some(from) = clashing_from(field.original, input.attributes, generics) else { continue };
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
///
/// The `#[from]` of thiserror is on the field, that of derive_more on the variant or the struct.
pub(crate) fn clashing_from<'a>(
    field: &'a syn::Field,
    outer: &'a [Attribute],
    generics: &Generics,
) -> Option<&'a Attribute> {
    let from = field.attrs.iter().chain(outer).find(|attribute| attribute.path().is_ident("from"))?;
    if from.parse_args::<Ident>().is_ok_and(|argument| argument == "skip" || argument == "ignore") {
        return None;
    }
    let is_parameter = match &field.ty {
        Type::Path(ty) => generics.type_params().any(|parameter| ty.path.is_ident(&parameter.ident)),
        _ => false,
    };
    (is_parameter || is_details(&field.ty)).then_some(from)
}

fn is_details(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Path(ty) => ty.path.segments.last().is_some_and(|segment| segment.ident == "ProblemDetails"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::clashing_from;
    use syn::parse_quote;

    #[test]
    fn conversions_of_error_crates_that_clash() {
        let clashes = |variant: syn::Variant| {
            let item: syn::DeriveInput = parse_quote!(
                enum E<T> {
                    A(T),
                }
            );
            let field = variant.fields.iter().next().unwrap();
            clashing_from(field, &variant.attrs, &item.generics).is_some()
        };
        assert!(clashes(parse_quote!(Other(
            #[from]
            ProblemDetails
        ))));
        assert!(clashes(parse_quote!(Other(
            #[from]
            problem_core::ProblemDetails
        ))));
        assert!(clashes(parse_quote!(
            #[from]
            Other(ProblemDetails)
        )));
        assert!(clashes(parse_quote!(
            #[from]
            Other(T)
        )));
        assert!(!clashes(parse_quote!(Other(ProblemDetails))));
        assert!(!clashes(parse_quote!(
            #[from(skip)]
            Other(ProblemDetails)
        )));
        assert!(!clashes(parse_quote!(
            #[from(ignore)]
            Other(ProblemDetails)
        )));
        assert!(!clashes(parse_quote!(
            #[from]
            Other(std::io::Error)
        )));
        assert!(!clashes(parse_quote!(Other(#[from] Box<ProblemDetails>))));
    }
}
