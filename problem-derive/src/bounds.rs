//! The bounds of the generated impls. Only types that are written or read get a bound.

use crate::model::{Formatted, Variant, option_content};
use crate::template::FormatTrait;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{DeriveInput, Type, TypeReference, WherePredicate, parse_quote};

/// The predicates of an impl: the user's where clause, and a predicate for each bound that the methods need.
pub(crate) struct Bounds {
    parameters: Vec<Ident>,
    own_name: Ident,
    /// The bounds so far, as text.
    seen: Vec<String>,
    predicates: Vec<WherePredicate>,
}

impl Bounds {
    pub(crate) fn new(original: &DeriveInput) -> Self {
        let generics = &original.generics;
        let predicates = generics.where_clause.iter().flat_map(|clause| clause.predicates.iter().cloned());
        Self {
            parameters: generics.type_params().map(|param| param.ident.unraw()).collect(),
            own_name: original.ident.unraw(),
            seen: Vec::new(),
            predicates: predicates.collect(),
        }
    }

    /// Adds a bound on `Self` if the type has parameters; it would be pointless without them.
    pub(crate) fn require_of_self(&mut self, bound: &TokenStream) {
        if !self.parameters.is_empty() {
            self.predicates.push(parse_quote!(Self: #bound));
        }
    }

    /// Adds a bound if the type mentions a type parameter.
    ///
    /// A bound on a concrete type would move rustc's error away from the field. A bound on a type that contains the
    /// derived type would be circular.
    ///
    /// For a reference, the bound is on its target, which suffices. Bounds on two references that differ only in their
    /// lifetimes would be ambiguous.
    pub(crate) fn require(&mut self, ty: &Type, bound: &TokenStream) {
        if self.parameters.is_empty() {
            return;
        }
        if let Type::Reference(TypeReference { mutability: None, elem, .. }) = ty {
            return self.require(elem, bound);
        }
        let is_generic = begins_path(ty.to_token_stream(), &|name| self.parameters.contains(name));
        let is_recursive = begins_path(ty.to_token_stream(), &|name| *name == self.own_name);
        let text = quote!(#ty: #bound).to_string();
        if is_generic && !is_recursive && !self.seen.contains(&text) {
            self.seen.push(text);
            self.predicates.push(parse_quote!(#ty: #bound));
        }
    }

    /// Adds the bounds for the fields that a format string names.
    pub(crate) fn require_formatted<M>(&mut self, variant: &Variant<'_, M>, formatted: &Formatted) {
        for argument in &formatted.arguments {
            for format in &argument.formats {
                let ty = variant.fields[argument.field].ty;
                // Unlike the other traits, `Pointer` is implemented by references to any target.
                if !(matches!(format, FormatTrait::Pointer) && matches!(ty, Type::Reference(_))) {
                    let bound = format_trait(*format);
                    self.require(ty, &quote!(::core::fmt::#bound));
                }
            }
        }
    }

    /// Adds the bound for a field whose `Display` text is sent. For an `Option`, the bound is on its content.
    pub(crate) fn require_displayed(&mut self, ty: &Type) {
        let ty = match ty {
            Type::Reference(TypeReference { mutability: None, elem, .. }) => elem,
            ty => ty,
        };
        self.require(option_content(ty).unwrap_or(ty), &quote!(::core::fmt::Display));
    }

    pub(crate) fn into_predicates(self) -> Vec<WherePredicate> {
        self.predicates
    }
}

/// Returns whether a type mentions the derived type.
pub(crate) fn names_itself(original: &DeriveInput, ty: &Type) -> bool {
    let own_name = original.ident.unraw();
    begins_path(ty.to_token_stream(), &|name| *name == own_name || name == "Self")
}

/// Returns whether a path in a type begins with a name, or has it after `self::`, `super::` or `crate::`.
///
/// A later segment names something else.
fn begins_path(tokens: TokenStream, is_name: &impl Fn(&Ident) -> bool) -> bool {
    let (mut is_beginning, mut after_relative) = (true, false);
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => {
            let begins = std::mem::replace(&mut is_beginning, true);
            after_relative = begins && ["self", "super", "crate"].iter().any(|relative| ident == relative);
            begins && is_name(&ident.unraw())
        }
        TokenTree::Punct(punct) => {
            // Within a type, a colon is half of a `::`.
            is_beginning = punct.as_char() != ':' || after_relative;
            false
        }
        TokenTree::Group(group) => {
            (is_beginning, after_relative) = (true, false);
            begins_path(group.stream(), is_name)
        }
        TokenTree::Literal(_) => false,
    })
}

fn format_trait(format: FormatTrait) -> Ident {
    let name = match format {
        FormatTrait::Display => "Display",
        FormatTrait::Debug => "Debug",
        FormatTrait::LowerHex => "LowerHex",
        FormatTrait::UpperHex => "UpperHex",
        FormatTrait::Octal => "Octal",
        FormatTrait::Binary => "Binary",
        FormatTrait::LowerExp => "LowerExp",
        FormatTrait::UpperExp => "UpperExp",
        FormatTrait::Pointer => "Pointer",
    };
    Ident::new(name, Span::call_site())
}
