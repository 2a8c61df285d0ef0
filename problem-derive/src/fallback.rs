//! What a type with mistakes gets: the errors, and an impl all the same, so that no use of the type adds another.

use crate::model::{crate_path, has_other};
use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

pub(crate) fn problem(input: &DeriveInput, error: &syn::Error) -> TokenStream {
    let ident = &input.ident;
    let krate = crate_path(input);
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    let predicates = where_clause.map(|clause| &clause.predicates).into_iter().flatten();
    let compile_errors = error.to_compile_error();
    // The lifetime keeps rustc from judging the bound here, where the type may well lack its own impl of `Error`.
    quote! {
        #compile_errors

        #[automatically_derived]
        impl #impl_generics #krate::Problem for #ident #ty_generics
        where
            #(#predicates,)*
            for<'problem_fallback> #ident #ty_generics: #krate::__private::Error,
        {
            fn problem_type(&self) -> #krate::ProblemType<'_> {
                #krate::__private::unreachable!()
            }
        }
    }
}

pub(crate) fn from_problem(input: &DeriveInput, error: &syn::Error) -> TokenStream {
    let ident = &input.ident;
    let krate = crate_path(input);
    let private = quote!(#krate::__private);
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    let compile_errors = error.to_compile_error();
    let conversion = if has_other(input) {
        quote! {
            impl #impl_generics #private::From<#krate::ProblemDetails> for #ident #ty_generics #where_clause {
                fn from(_: #krate::ProblemDetails) -> Self {
                    #private::unreachable!()
                }
            }
        }
    } else {
        quote! {
            impl #impl_generics #private::TryFrom<#krate::ProblemDetails> for #ident #ty_generics #where_clause {
                type Error = #krate::ProblemDetails;

                fn try_from(_: #krate::ProblemDetails) -> #private::Result<Self, #krate::ProblemDetails> {
                    #private::unreachable!()
                }
            }
        }
    };
    quote! {
        #compile_errors

        #[automatically_derived]
        impl #impl_generics #krate::FromProblem for #ident #ty_generics #where_clause {
            fn from_problem(_: #krate::ProblemDetails) -> #private::Result<Self, #krate::ProblemDetails> {
                #private::unreachable!()
            }
        }

        #[automatically_derived]
        #conversion
    }
}
