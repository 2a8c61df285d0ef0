//! Generates `match self` with as few arms as possible, and the names of its bindings.

use crate::model::{Model, Variant, member_name};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// The match arm of a method for one variant.
pub(super) struct Arm {
    /// The fields that the body uses. A field may occur twice.
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

/// Returns the name of a parameter of a method, or of another local.
///
/// It is hygienic, so it cannot clash with the user's locals. In a pattern, it would refer to a constant or unit struct
/// of that name, but the prefix makes one unlikely.
pub(super) fn local(name: &str) -> Ident {
    Ident::new(&format!("problem_{name}"), Span::mixed_site())
}

/// Returns the name that a pattern binds a field to. rustc reports errors about it at `span`.
///
/// As for [`local`], the prefix makes a constant of that name unlikely.
pub(super) fn binding<M>(variant: &Variant<'_, M>, field: usize, span: Span) -> Ident {
    let name = member_name(&variant.fields[field].member);
    Ident::new(&format!("problem_field_{name}"), Span::mixed_site().located_at(span))
}

/// Returns tokens that resolve as before, for which rustc reports its errors at `span`.
pub(super) fn located(tokens: &TokenStream, span: Span) -> TokenStream {
    let located = tokens.clone().into_iter().map(|mut token| {
        token.set_span(token.span().located_at(span));
        token
    });
    located.collect()
}

/// Returns a `match` that covers every variant, or `None` if no variant has an arm.
///
/// `otherwise` is the body for the variants without an arm.
pub(super) fn match_self<'a, M>(
    model: &'a Model<'a, M>,
    otherwise: &TokenStream,
    arm: &mut dyn FnMut(&'a Variant<'a, M>) -> Option<Arm>,
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

/// One arm for all variants with the same body, so that rustc has less to check.
struct Arms {
    patterns: Vec<TokenStream>,
    body: TokenStream,
    /// The body as text, if it uses no field and so can be shared.
    text: Option<String>,
}

fn pattern<M>(variant: &Variant<'_, M>, fields: &[usize]) -> TokenStream {
    let path = &variant.path;
    let named = (0..variant.fields.len()).filter(|field| fields.contains(field));
    let bindings = named.map(|field| {
        let member = &variant.fields[field].member;
        let binding = binding(variant, field, Span::mixed_site());
        quote!(#member: #binding,)
    });
    quote!(#path { #(#bindings)* .. })
}
