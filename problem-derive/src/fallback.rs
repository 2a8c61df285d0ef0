//! The expansion for a type with errors: the errors, and impls that keep other uses of the type from causing more.

use crate::expand::{Fit, frameworks};
use crate::model::{Choice, clashing_from, crate_and_frameworks};
use crate::suggest::nearest;
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::{Attribute, Data, DeriveInput, Field};

pub(crate) fn problem(input: &DeriveInput, error: &syn::Error) -> TokenStream {
    let ident = &input.ident;
    let (krate, mut named) = crate_and_frameworks(input);
    if mentions(&input.attrs, "manual") {
        // A generated impl would conflict with the one that is written by hand.
        named.choice = Choice::Manual;
    }
    let frameworks = frameworks(input, &krate, &named, Fit::Unchecked);
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    let predicates = where_clause.map(|clause| &clause.predicates).into_iter().flatten();
    let compile_errors = error.to_compile_error();
    // The lifetime keeps rustc from checking the bound here, since the type may lack its own impl of `Error`.
    quote! {
        #compile_errors

        #[automatically_derived]
        impl #impl_generics #krate::Problem for #ident #ty_generics
        where
            #(#predicates,)*
            for<'problem_fallback> #ident #ty_generics: ::core::error::Error,
        {
            fn problem_type(&self) -> #krate::ProblemType<'_> {
                ::core::unreachable!()
            }
        }

        #frameworks
    }
}

pub(crate) fn from_problem(input: &DeriveInput, error: &syn::Error) -> TokenStream {
    let ident = &input.ident;
    let (krate, _) = crate_and_frameworks(input);
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    let compile_errors = error.to_compile_error();
    let conversion = conversion(input, &krate);
    quote! {
        #compile_errors

        #[automatically_derived]
        impl #impl_generics #krate::FromProblem for #ident #ty_generics #where_clause {
            fn from_problem(_: #krate::ProblemDetails) -> ::core::result::Result<Self, #krate::ProblemDetails> {
                ::core::unreachable!()
            }
        }

        #conversion
    }
}

/// Returns the impl that converts details, unless it would conflict with one that thiserror generates.
fn conversion(input: &DeriveInput, krate: &TokenStream) -> Option<TokenStream> {
    let clashes = |(field, outer)| clashing_from(field, outer, &input.generics).is_some();
    if fields(input).into_iter().any(clashes) {
        return None;
    }
    let ident = &input.ident;
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    let (conversion, method) = if has_other(input) {
        let method = quote! {
            fn from(_: #krate::ProblemDetails) -> Self {
                ::core::unreachable!()
            }
        };
        (quote!(::core::convert::From), method)
    } else {
        let method = quote! {
            type Error = #krate::ProblemDetails;

            fn try_from(_: #krate::ProblemDetails) -> ::core::result::Result<Self, #krate::ProblemDetails> {
                ::core::unreachable!()
            }
        };
        (quote!(::core::convert::TryFrom), method)
    };
    Some(quote! {
        #[automatically_derived]
        impl #impl_generics #conversion<#krate::ProblemDetails> for #ident #ty_generics #where_clause {
            #method
        }
    })
}

/// Returns the fields, each with the attributes of its variant or struct.
fn fields(input: &DeriveInput) -> Vec<(&Field, &[Attribute])> {
    match &input.data {
        Data::Struct(data) => data.fields.iter().map(|field| (field, &*input.attrs)).collect(),
        Data::Enum(data) => {
            let variants = data.variants.iter();
            variants.flat_map(|variant| variant.fields.iter().map(|field| (field, &*variant.attrs))).collect()
        }
        Data::Union(_) => Vec::new(),
    }
}

/// Returns whether a variant is marked `other`, or seems meant to be.
fn has_other(input: &DeriveInput) -> bool {
    let Data::Enum(data) = &input.data else { return false };
    data.variants.iter().any(|variant| mentions(&variant.attrs, "other"))
}

/// Returns whether attributes contain a flag or a similar name, even if they cannot be read.
fn mentions(attributes: &[Attribute], flag: &str) -> bool {
    let arguments = attributes.iter().filter(|attribute| attribute.path().is_ident("problem"));
    let mut tokens = arguments
        .filter_map(|attribute| attribute.meta.require_list().ok())
        .flat_map(|list| list.tokens.clone());
    tokens.any(
        |token| matches!(token, TokenTree::Ident(ident) if nearest(&ident.to_string(), &[flag]).is_some()),
    )
}
