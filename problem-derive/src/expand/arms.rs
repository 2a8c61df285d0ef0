//! `match self`, with as few arms as will do.

use crate::model::{Model, Variant};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// What a method does for one variant.
pub(super) struct Arm {
    /// The fields that the body names; one may come up twice.
    pub(super) fields: Vec<usize>,
    pub(super) body: TokenStream,
}

impl Arm {
    pub(super) fn new(body: TokenStream) -> Self {
        Self { fields: Vec::new(), body }
    }

    pub(super) fn with(field: usize, body: TokenStream) -> Self {
        Self { fields: vec![field], body }
    }
}

/// The binding of a field, with the caret of rustc's errors at `span`.
pub(super) fn binding(field: usize, span: Span) -> Ident {
    Ident::new(&format!("problem_field_{field}"), Span::mixed_site().located_at(span))
}

/// Matches every variant, those without an arm of their own to `otherwise`; `None` if no variant has one.
pub(super) fn match_self<'a>(
    model: &'a Model<'a>,
    otherwise: &TokenStream,
    arm: &dyn Fn(&'a Variant<'a>) -> Option<Arm>,
) -> Option<TokenStream> {
    let mut is_needed = false;
    let mut arms: Vec<Arms> = Vec::new();
    for variant in &model.variants {
        let arm = arm(variant);
        is_needed |= arm.is_some();
        let Arm { fields, body } = arm.unwrap_or_else(|| Arm::new(otherwise.clone()));
        let pattern = pattern(variant, &fields);
        let text = fields.is_empty().then(|| body.to_string());
        match arms.iter_mut().find(|arm| text.is_some() && arm.text == text) {
            Some(Arms { patterns, .. }) => patterns.push(pattern),
            None => arms.push(Arms { patterns: vec![pattern], body, text }),
        }
    }
    let arms = arms.iter().map(|Arms { patterns, body, .. }| quote!(#(#patterns)|* => #body,));
    is_needed.then(|| quote!(match self { #(#arms)* }))
}

/// One arm for all variants with the same body, which leaves rustc less to check.
struct Arms {
    patterns: Vec<TokenStream>,
    body: TokenStream,
    /// The body as text, if it names no field and so can be shared.
    text: Option<String>,
}

fn pattern(variant: &Variant<'_>, fields: &[usize]) -> TokenStream {
    let path = &variant.path;
    let named = (0..variant.fields.len()).filter(|field| fields.contains(field));
    let bindings = named.map(|field| {
        let member = &variant.fields[field].member;
        let binding = binding(field, Span::mixed_site());
        quote!(#member: #binding,)
    });
    quote!(#path { #(#bindings)* .. })
}
