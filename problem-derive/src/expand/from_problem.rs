//! Generates the impl of `FromProblem` and the impl of the conversion from `ProblemDetails`.

use super::arms::{binding, local};
use super::read_fields::{field_values, read_fields};
use crate::bounds::{Bounds, names_itself};
use crate::model::{self, Field, Identity, Origin, Reading};
use crate::shared::escape::needs_escape;
use proc_macro2::{Literal, Span, TokenStream};
use quote::quote;

type Model<'a> = model::Model<'a, Reading>;
pub(super) type Variant<'a> = model::Variant<'a, Reading>;

pub(crate) fn from_problem(model: &Model<'_>) -> TokenStream {
    let ident = &model.original.ident;
    let krate = &model.krate;
    let (impl_generics, ty_generics, _) = model.original.generics.split_for_impl();
    let mut bounds = Bounds::new(model.original);
    let methods = methods(model, &mut bounds);
    let predicates = bounds.into_predicates();
    let (conversion, method) = conversion(model);
    // The impl of `Problem` allows the same lints, for the same reasons.
    quote! {
        #[automatically_derived]
        #[allow(deprecated, unused_qualifications, clippy::trait_duplication_in_bounds)]
        impl #impl_generics #krate::FromProblem for #ident #ty_generics
        where
            #(#predicates,)*
        {
            #methods
        }

        #[automatically_derived]
        #[allow(deprecated, unused_qualifications, clippy::trait_duplication_in_bounds)]
        impl #impl_generics #conversion<#krate::ProblemDetails> for #ident #ty_generics
        where
            #(#predicates,)*
        {
            #method
        }
    }
}

/// Returns the trait that converts details, and its method: `From` if a variant is marked `other`, or else `TryFrom`.
fn conversion(model: &Model<'_>) -> (TokenStream, TokenStream) {
    let krate = &model.krate;
    let details = local("details");
    let Some(other) = other_problem(model) else {
        let result = result(krate);
        let method = quote! {
            type Error = #krate::ProblemDetails;

            fn try_from(#details: #krate::ProblemDetails) -> #result {
                <Self as #krate::FromProblem>::from_problem(#details)
            }
        };
        return (quote!(::core::convert::TryFrom), method);
    };
    let method = quote! {
        fn from(#details: #krate::ProblemDetails) -> Self {
            let #details = <Self as #krate::FromProblem>::from_problem(#details);
            #details.unwrap_or_else(|#details| #other)
        }
    };
    (quote!(::core::convert::From), method)
}

/// Returns the type of the result of reading details: the error, or the unchanged details.
fn result(krate: &TokenStream) -> TokenStream {
    quote!(::core::result::Result<Self, #krate::ProblemDetails>)
}

/// Returns the methods. They try the type's own variants, then the errors in transparent variants, then `other`.
fn methods(model: &Model<'_>, bounds: &mut Bounds) -> TokenStream {
    let krate = &model.krate;
    let result = result(krate);
    let private = quote!(#krate::__private);
    let (details, attempts) = (local("details"), local("attempts"));
    let nested = nested_attempts(model, bounds);
    let other = other_problem(model);
    let other = other.map(|other| quote!(.or_else(|#details| ::core::result::Result::Ok(#other))));
    let read_variant = read_variant_method(model, bounds);
    if nested.is_empty() {
        return quote! {
            fn from_problem(#details: #krate::ProblemDetails) -> #result {
                #private::read_variant::<Self>(#details) #other
            }

            #read_variant
        };
    }
    quote! {
        fn from_problem(#details: #krate::ProblemDetails) -> #result {
            <Self as #krate::FromProblem>::__read_nested(#details, &mut #private::Attempts::new())
        }

        fn __read_nested(#details: #krate::ProblemDetails, #attempts: &mut #private::Attempts) -> #result {
            #private::read_variant::<Self>(#details) #(#nested)* #other
        }

        #read_variant
    }
}

/// Returns the attempts to read each of the errors that transparent variants hold.
fn nested_attempts(model: &Model<'_>, bounds: &mut Bounds) -> Vec<TokenStream> {
    let krate = &model.krate;
    let (details, attempts, nested) = (local("details"), local("attempts"), local("nested"));
    let (input, read_context) = (local("input"), local("read_context"));
    let transparent = model.variants.iter().filter_map(|variant| match &variant.meaning {
        Reading::Transparent(inner, origins) => Some((variant, *inner, origins)),
        _ => None,
    });
    // An error that contains the type itself comes last. Otherwise, every other inner error would be found through it,
    // nested repeatedly.
    let is_recursive =
        |variant: &Variant<'_>, inner: usize| names_itself(model.original, variant.fields[inner].ty);
    let (recursive, plain): (Vec<_>, Vec<_>) =
        transparent.partition(|(variant, inner, _)| is_recursive(variant, *inner));
    let attempt = |(variant, inner, origins): (&Variant<'_>, usize, &Vec<Origin>)| {
        let (path, Field { member, ty, .. }) = (&variant.path, &variant.fields[inner]);
        bounds.require(ty, &quote!(#krate::FromProblem));
        if variant.fields.len() == 1 {
            return quote! {
                .or_else(|#details| {
                    #krate::__private::read_nested::<#ty>(#details, #attempts)
                        .map(|#nested| #path { #member: #nested })
                })
            };
        }
        let read = read_fields(krate, variant, origins, bounds);
        let others = (0..variant.fields.len()).filter(|field| *field != inner);
        let others: Vec<_> = others.map(|field| binding(variant, field, Span::mixed_site())).collect();
        let fields = field_values(variant, Some((inner, &nested)));
        let option = quote!(::core::option::Option);
        quote! {
            .or_else(|#details| {
                let #read_context = |#input: &#krate::__private::Input<'_>| {
                    #read
                    #option::Some((#(#others,)*))
                };
                #krate::__private::read_nested_with::<#ty, _>(#details, #attempts, #read_context)
                    .map(|(#nested, (#(#others,)*))| #path { #fields })
            })
        }
    };
    plain.into_iter().chain(recursive).map(attempt).collect()
}

/// Returns the value of the variant marked `other`, which holds the details.
fn other_problem(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.krate;
    let details = local("details");
    model.variants.iter().find_map(|variant| match variant.meaning {
        Reading::Other(inner) => {
            let (path, member, ty) = (&variant.path, &variant.fields[inner].member, variant.fields[inner].ty);
            Some(quote!(#path { #member: #krate::__private::hold_details::<#ty>(#details) }))
        }
        _ => None,
    })
}

/// Returns the method that reads the type's own variants, if there are any.
fn read_variant_method(model: &Model<'_>, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let input = local("input");
    let (mut identities, mut arms) = (Vec::new(), Vec::new());
    for variant in &model.variants {
        let identity = match &variant.meaning {
            // The identity keeps its problems from being read as another variant.
            Reading::Skipped(Some(identity)) => identity,
            Reading::Skipped(None) | Reading::Transparent(..) | Reading::Other(_) => continue,
            Reading::Occurrence(identity, origins) => {
                let index = Literal::usize_unsuffixed(identities.len());
                let (path, fields) = (&variant.path, field_values(variant, None));
                let read = read_fields(krate, variant, origins, bounds);
                arms.push(quote! {
                    ::core::option::Option::Some(#index) => {
                        #read
                        ::core::option::Option::Some(#path { #fields })
                    }
                });
                identity
            }
        };
        identities.push(match identity {
            Identity::Type(type_uri) if !type_uri.bytes().any(needs_escape) => {
                quote!(#private::Identity::Type(#type_uri))
            }
            // JSON may escape this type in several ways, so it is compared in the parsed details, not in the raw text.
            Identity::Type(type_uri) | Identity::TypeAndStatus(type_uri, None) => {
                quote!(#private::Identity::TypeAndStatus(#type_uri, ::core::option::Option::None))
            }
            Identity::TypeAndStatus(type_uri, Some(code)) => {
                let code = Literal::u16_unsuffixed(*code);
                quote!(#private::Identity::TypeAndStatus(#type_uri, ::core::option::Option::Some(#code)))
            }
            Identity::Status(code) => {
                let code = Literal::u16_unsuffixed(*code);
                quote!(#private::Identity::Status(#code))
            }
            Identity::AnyStatus => quote!(#private::Identity::AnyStatus),
        });
    }
    if arms.is_empty() {
        return None;
    }
    Some(quote! {
        fn __read_variant(#input: &#private::Input<'_>) -> ::core::option::Option<Self> {
            match #input.choose(&[#(#identities),*]) {
                #(#arms)*
                _ => ::core::option::Option::None,
            }
        }
    })
}
