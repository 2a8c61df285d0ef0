//! What a type with mistakes gets: the errors, and an impl all the same, so that no use of the type adds another.

use crate::model::crate_path;
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
