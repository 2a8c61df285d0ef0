//! Generates the code that reads the fields of a variant.

use super::arms::{binding, local};
use super::from_problem::Variant;
use crate::bounds::Bounds;
use crate::model::{Origin, WirePart, option_content};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use std::collections::VecDeque;
use syn::Type;
use syn::spanned::Spanned;

/// Returns the statements that read and bind the fields of a variant.
pub(super) fn read_fields(
    krate: &TokenStream,
    variant: &Variant<'_>,
    origins: &[Origin],
    bounds: &mut Bounds,
) -> TokenStream {
    let input = local("input");
    let others: Vec<_> =
        (0..origins.len()).filter_map(|field| other_field(krate, variant, origins, field, bounds)).collect();
    let members = members(krate, variant, origins, bounds);
    let needs_details = origins.iter().any(Origin::needs_details);
    let needs_details = needs_details.then(|| quote!(let #input = #input.require_details()?;));
    quote! {
        #needs_details
        #(#others)*
        #members
    }
}

/// Returns the fields of a struct expression, each with its binding. `inner` has another one.
pub(super) fn field_values(variant: &Variant<'_>, inner: Option<(usize, &Ident)>) -> TokenStream {
    let fields = variant.fields.iter().enumerate().map(|(index, field)| {
        let bound = match inner {
            Some((inner, bound)) if inner == index => bound.clone(),
            _ => binding(variant, index, Span::mixed_site()),
        };
        let member = &field.member;
        quote!(#member: #bound)
    });
    quote!(#(#fields),*)
}

/// Returns the statement that reads a field that is not an extension member.
fn other_field(
    krate: &TokenStream,
    variant: &Variant<'_>,
    origins: &[Origin],
    field: usize,
    bounds: &mut Bounds,
) -> Option<TokenStream> {
    let private = quote!(#krate::__private);
    let input = local("input");
    let origin = &origins[field];
    let (ty, bound) = (variant.fields[field].ty, binding(variant, field, Span::mixed_site()));
    let (part, or_default) = match origin {
        Origin::Wire { part, or_default } => (part, or_default),
        Origin::Inner => return None,
        Origin::Default => {
            bounds.require(ty, &quote!(::core::default::Default));
            return Some(quote!(let #bound = <#ty as ::core::default::Default>::default();));
        }
    };
    let mut read_text = |text: &TokenStream| {
        bounds.require(option_content(ty).unwrap_or(ty), &quote!(#private::ReadText));
        read_text(krate, ty, text)
    };
    let read = match part {
        WirePart::Member(_) => return None,
        WirePart::Flattened(declared) => {
            bounds.require(ty, &quote!(#private::ReadMember));
            quote!(#input.flattened::<#ty>(&[#(#declared),*]))
        }
        WirePart::Header(name) => read_text(&quote!(#input.header(#name))),
        WirePart::Detail => read_text(&quote!(#input.detail())),
        WirePart::Title => read_text(&quote!(#input.title())),
        WirePart::Instance => read_text(&quote!(#input.instance())),
        WirePart::RetryAfter => {
            bounds.require(ty, &quote!(#private::ReadRetryAfter));
            quote!(<#ty as #private::ReadRetryAfter>::read(#input.headers()))
        }
        WirePart::Status => quote!(<#ty as #private::ReadStatus>::read(#input.status())),
    };
    if *or_default {
        bounds.require(ty, &quote!(::core::default::Default));
        return Some(quote!(let #bound: #ty = #private::or_default::<#ty>(#read);));
    }
    Some(quote!(let #bound: #ty = #read?;))
}

/// Returns the statements that read the fields that are extension members.
///
/// A separate function reads them, with a bound for each type. If a type cannot be read, rustc therefore reports it
/// once, at that type.
fn members(
    krate: &TokenStream,
    variant: &Variant<'_>,
    origins: &[Origin],
    bounds: &mut Bounds,
) -> TokenStream {
    let private = quote!(#krate::__private);
    let (input, read) = (local("input"), local("members"));
    let (mut patterns, mut values, mut fields) = (quote!(()), quote!(()), quote!(()));
    let (mut parameters, mut types) = (VecDeque::new(), VecDeque::new());
    // The pairs are nested, from the last field to the first.
    for (index, (origin, field)) in origins.iter().zip(&variant.fields).enumerate().rev() {
        let Origin::Wire { part: WirePart::Member(name), or_default } = origin else { continue };
        let bound = binding(variant, index, Span::mixed_site());
        let parameter = Ident::new(&format!("Member{index}"), Span::mixed_site());
        bounds.require(field.ty, &quote!(#private::ReadMember));
        if *or_default {
            bounds.require(field.ty, &quote!(::core::default::Default));
        }
        let default = or_default.then(|| quote!(+ ::core::default::Default));
        let new = if *or_default { quote!(or_default) } else { quote!(new) };
        patterns = quote!((#bound, #patterns));
        values = quote!((#parameter, #values));
        fields = quote!((#private::Member::<#parameter>::#new(#name), #fields));
        parameters.push_front(quote!(#parameter: #private::ReadMember #default));
        types.push_front(field.ty);
    }
    if types.is_empty() {
        return quote!(#input.members(())?;);
    }
    let (parameters, types) = (parameters.iter(), types.iter());
    quote! {
        fn #read<#(#parameters),*>(#input: &#private::Input<'_>) -> ::core::option::Option<#values> {
            #input.members(#fields)
        }
        let #patterns = #read::<#(#types),*>(#input)?;
    }
}

/// Returns the expression that reads a field, or the content of its `Option`, from one text.
///
/// rustc uses the method of the trait only if the type has no such method itself.
fn read_text(krate: &TokenStream, ty: &Type, text: &TokenStream) -> TokenStream {
    let span = ty.span();
    // With any other span, rustc would report its errors at the derive.
    let wanted = Ident::new("problem_wanted", span);
    quote_spanned! {span=>
        {
            #[allow(unused_imports)]
            use #krate::__private::Required as _;
            let #wanted = #krate::__private::Wanted::<#ty>::new();
            #wanted.__read(#text)
        }
    }
}
