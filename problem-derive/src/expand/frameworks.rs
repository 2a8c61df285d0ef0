//! Generates the calls of the macros that implement the traits of web frameworks.

use crate::model::{Choice, Frameworks};
use proc_macro2::{Group, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::DeriveInput;

/// Whether rustc reports a type that does not meet the bounds of the frameworks in `into_response`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    Checked,
    /// The type has errors already.
    Unchecked,
}

/// Returns the calls of the macros for the frameworks. Each macro takes `[generics] [type] [predicates,]`.
pub(crate) fn frameworks(
    original: &DeriveInput,
    krate: &TokenStream,
    frameworks: &Frameworks,
    fit: Fit,
) -> TokenStream {
    let Frameworks { choice, macros } = frameworks;
    let target = Target::new(original, krate);
    let guarded = target.guarded();
    let module = quote!(#krate::__private::frameworks);
    let known = match choice {
        Choice::Manual => TokenStream::new(),
        Choice::All => quote!(#module::all! { #guarded }),
        Choice::Only(names) => {
            let target = match fit {
                Fit::Unchecked => guarded.clone(),
                Fit::Checked => target.checked(original),
            };
            let calls =
                names.iter().map(|name| spanned(quote!(#module::only! { #name #target }), name.span()));
            quote!(#(#calls)*)
        }
    };
    if known.is_empty() && macros.is_empty() {
        return known;
    }
    quote! {
        #[allow(deprecated, redundant_lifetimes, unused_qualifications, clippy::trait_duplication_in_bounds)]
        const _: () = {
            #known
            #(#macros! { #guarded })*
        };
    }
}

/// The parts of the type that a macro receives.
struct Target {
    ty: TokenStream,
    parameters: TokenStream,
    predicates: TokenStream,
    /// The bounds that the traits of the frameworks require.
    bounds: TokenStream,
}

impl Target {
    fn new(original: &DeriveInput, krate: &TokenStream) -> Self {
        let ident = &original.ident;
        let (impl_generics, ty_generics, where_clause) = original.generics.split_for_impl();
        let ty = quote!(#ident #ty_generics);
        let parameters = without_self(within_angle_brackets(impl_generics.into_token_stream()), &ty);
        let predicates = where_clause.map(|clause| &clause.predicates).into_iter().flatten();
        let predicates = without_self(quote!(#(#predicates,)*), &ty);
        let bounds = quote! {
            #krate::Problem + ::core::marker::Sized + ::core::marker::Send + ::core::marker::Sync + 'static
        };
        Self { ty, parameters, predicates, bounds }
    }

    /// Returns the arguments for an impl that exists only if the type meets the framework's bounds.
    ///
    /// rustc checks a bound under `for<..>` only where the impl is needed, and any other bound immediately (its issue
    /// 48214). So a type that does not meet the bounds only lacks the impl.
    fn guarded(&self) -> TokenStream {
        let Self { ty, parameters, predicates, bounds } = self;
        quote!([#parameters] [#ty] [#predicates for<'problem_guard> #ty: #bounds,])
    }

    /// Returns the arguments for an impl that rustc reports if the type does not meet the framework's bounds.
    ///
    /// Only bounds that depend on a parameter are written. rustc checks the others by itself.
    fn checked(&self, original: &DeriveInput) -> TokenStream {
        let Self { ty, parameters, predicates, bounds } = self;
        let generics = &original.generics;
        let predicates = if generics.type_params().next().is_some() {
            quote!(#predicates #ty: #bounds,)
        } else if generics.lifetimes().next().is_some() {
            quote!(#predicates #ty: 'static,)
        } else {
            predicates.clone()
        };
        quote!([#parameters] [#ty] [#predicates])
    }
}

/// Returns a call with the given span, where rustc reports its errors. The tokens in its braces keep their spans.
fn spanned(call: TokenStream, span: Span) -> TokenStream {
    let spanned = |mut token: TokenTree| {
        token.set_span(span);
        token
    };
    call.into_iter().map(spanned).collect()
}

/// Returns the generic parameters without their angle brackets, each with a comma after it.
fn within_angle_brackets(generics: TokenStream) -> TokenStream {
    let mut tokens: Vec<_> = generics.into_iter().skip(1).collect();
    tokens.pop();
    if tokens.last().is_some_and(|last| !matches!(last, TokenTree::Punct(last) if last.as_char() == ',')) {
        tokens.push(Punct::new(',', Spacing::Alone).into());
    }
    tokens.into_iter().collect()
}

/// Returns the tokens with the type in place of `Self`, which within `impl From<Type> for Status` would mean `Status`.
fn without_self(tokens: TokenStream, ty: &TokenStream) -> TokenStream {
    let without_self = |token| match token {
        TokenTree::Ident(ident) if ident == "Self" => ty.clone(),
        TokenTree::Group(group) => {
            let mut replaced = Group::new(group.delimiter(), without_self(group.stream(), ty));
            replaced.set_span(group.span());
            replaced.into_token_stream()
        }
        token => token.into(),
    };
    tokens.into_iter().map(without_self).collect()
}
