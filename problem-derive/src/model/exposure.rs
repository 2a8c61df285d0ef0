//! The rules of `expose`: the text of an error reaches a client only where `expose` permits it.

use super::error_like::displayed_type;
use super::extensions::Extension;
use super::headers::{Header, HeaderValue};
use super::input::{FieldInput, VariantInput};
use crate::attr::Argument;
use crate::errors::{Errors, Reported};
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use syn::{DeriveInput, GenericParam, Type};

/// Checks that the text of a field may be sent. `what` begins the message, as in "`{0}` would".
pub(super) fn check_text(input: &VariantInput<'_>, field: &FieldInput<'_>, what: &str) -> Result<(), String> {
    if field.is_source {
        return check_source(input, what);
    }
    if !field.is_error_like || input.is_exposed() {
        return Ok(());
    }
    let (name, variant) = (&field.name, &input.name);
    Err(format!(
        "{what} send the field `{name}`, whose type looks like an error, to the client; add `expose` to `{variant}` \
         if this is intended"
    ))
}

/// Checks that the source may be sent.
pub(super) fn check_source(input: &VariantInput<'_>, what: &str) -> Result<(), String> {
    if input.is_exposed() {
        return Ok(());
    }
    let name = &input.name;
    Err(format!(
        "{what} send the source of `{name}` to the client; add `expose` to `{name}` if this is intended"
    ))
}

/// Returns the type that must not be an error if the text of a field is sent without `expose`.
///
/// It stands outside of the item, so it has `'static` for each lifetime and the name of the item for `Self`. A type that
/// mentions another generic parameter cannot be checked.
pub(super) fn probed_type(
    input: &VariantInput<'_>,
    field: &FieldInput<'_>,
    item: &DeriveInput,
) -> Option<TokenStream> {
    if input.is_exposed() || field.is_source || field.is_error_like {
        return None;
    }
    let ty = displayed_type(&field.original.ty);
    if is_plain(ty) { None } else { without_parameters(ty.to_token_stream(), item) }
}

fn without_parameters(tokens: TokenStream, item: &DeriveInput) -> Option<TokenStream> {
    let is_lifetime = |name: &Ident| item.generics.lifetimes().any(|param| param.lifetime.ident == *name);
    let mut after_apostrophe = false;
    let mut replaced = TokenStream::new();
    for token in tokens {
        let is_apostrophe = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        match token {
            TokenTree::Group(group) => {
                let mut content = Group::new(group.delimiter(), without_parameters(group.stream(), item)?);
                content.set_span(group.span());
                content.to_tokens(&mut replaced);
            }
            TokenTree::Ident(name) if after_apostrophe && is_lifetime(&name) => {
                Ident::new("static", name.span()).to_tokens(&mut replaced);
            }
            TokenTree::Ident(name) if name == "Self" => replaced.extend(item_type(item, name.span())?),
            TokenTree::Ident(name) if is_parameter(item, &name) => return None,
            token => token.to_tokens(&mut replaced),
        }
        after_apostrophe = is_apostrophe;
    }
    Some(replaced)
}

/// Returns the type of the item, unless it has parameters other than lifetimes.
fn item_type(item: &DeriveInput, span: Span) -> Option<TokenStream> {
    if item.generics.params.iter().any(|param| !matches!(param, GenericParam::Lifetime(_))) {
        return None;
    }
    let mut ident = item.ident.clone();
    ident.set_span(ident.span().located_at(span));
    let lifetimes = item.generics.lifetimes().map(|_| quote_spanned!(span=> 'static));
    Some(quote_spanned!(span=> #ident<#(#lifetimes),*>))
}

fn is_parameter(item: &DeriveInput, name: &Ident) -> bool {
    item.generics.params.iter().any(|param| match param {
        GenericParam::Lifetime(_) => false,
        GenericParam::Type(param) => param.ident == *name,
        GenericParam::Const(param) => param.ident == *name,
    })
}

/// Returns whether a type is one of std's prelude that is not an error.
fn is_plain(ty: &Type) -> bool {
    const PLAIN: &[&str] = &[
        "String", "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "str", "u128",
        "u16", "u32", "u64", "u8", "usize",
    ];
    let name = match ty {
        Type::Path(ty) => ty.path.get_ident(),
        _ => None,
    };
    name.is_some_and(|name| PLAIN.iter().any(|plain| name == plain))
}

/// Checks that a variant with `expose` sends what can be an error. `sent` are the fields whose text it sends.
///
/// If `sent` is an error, nothing more is reported.
pub(super) fn check_expose(
    input: &VariantInput<'_>,
    sent: Result<Vec<usize>, Reported>,
    errors: &mut Errors,
) -> Result<(), Reported> {
    let Some(expose) = input.arguments.get(Argument::Expose) else { return Ok(()) };
    input.sound()?;
    // A name does not show whether a type is an error; only that of a plain type shows that it is not.
    let can_be_error =
        |field: &FieldInput<'_>| field.is_source || !is_plain(displayed_type(&field.original.ty));
    if !input.fields.iter().any(can_be_error) {
        let message = format!("`{}` has no source to expose; remove `expose`", input.name);
        return Err(errors.push(&expose.key, message));
    }
    if !sent?.into_iter().any(|field| can_be_error(&input.fields[field])) {
        let message = "`expose` sends nothing by itself; add `display`, or name the source in `detail`";
        return Err(errors.push(&expose.key, message));
    }
    Ok(())
}

/// Returns the fields that members and header fields send.
pub(super) fn sent_fields<'a>(
    extensions: &'a [Extension],
    headers: &'a [Header],
) -> impl Iterator<Item = usize> + 'a {
    // A delay does not contain the text of an error.
    let headers = headers.iter().filter(|header| !matches!(header.value, HeaderValue::RetryAfter(_)));
    extensions.iter().flat_map(Extension::fields).chain(headers.flat_map(|header| header.value.fields()))
}
