//! Generates the impl of `FromProblem` and the impl of the conversion from `ProblemDetails`.

use super::arms::{binding, local};
use crate::bounds::{Bounds, names_itself};
use crate::model::{self, Field, Identity, OnTheWire, Origin, Reading, option_content};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use std::collections::VecDeque;
use syn::Type;
use syn::spanned::Spanned;

type Model<'a> = model::Model<'a, Reading>;
type Variant<'a> = model::Variant<'a, Reading>;

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
    let transparent = model.variants.iter().filter_map(|variant| match variant.meaning {
        Reading::Transparent(inner) => Some((variant, &variant.fields[inner])),
        _ => None,
    });
    // An error that contains the type itself comes last. Otherwise, every other inner error would be found through it,
    // nested repeatedly.
    let (recursive, plain): (Vec<_>, Vec<_>) =
        transparent.partition(|(_, inner)| names_itself(model.original, inner.ty));
    let attempt = |(variant, inner): (&Variant<'_>, &Field<'_>)| {
        let (path, member, ty) = (&variant.path, &inner.member, inner.ty);
        bounds.require(ty, &quote!(#krate::FromProblem));
        quote! {
            .or_else(|#details| {
                #krate::__private::read_nested::<#ty>(#details, #attempts)
                    .map(|#nested| #path { #member: #nested })
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
            Reading::Skipped(None) | Reading::Transparent(_) | Reading::Other(_) => continue,
            Reading::Occurrence(identity, origins) => {
                let index = Literal::usize_unsuffixed(identities.len());
                let value = read_fields(krate, variant, origins, bounds);
                arms.push(quote!(::core::option::Option::Some(#index) => { #value }));
                identity
            }
        };
        identities.push(match identity {
            Identity::Type(type_uri) => quote!(#private::Identity::Type(#type_uri)),
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

/// Returns the statements that read the fields of a variant and build its value.
fn read_fields(
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
    let path = &variant.path;
    let fields = variant.fields.iter().enumerate().map(|(index, field)| {
        let (member, bound) = (&field.member, binding(variant, index, Span::mixed_site()));
        quote!(#member: #bound)
    });
    quote! {
        #needs_details
        #(#others)*
        #members
        ::core::option::Option::Some(#path { #(#fields),* })
    }
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
    let Origin::OnTheWire { place, or_default } = origin else {
        bounds.require(ty, &quote!(::core::default::Default));
        return Some(quote!(let #bound = <#ty as ::core::default::Default>::default();));
    };
    let mut read_text = |text: &TokenStream| {
        bounds.require(option_content(ty).unwrap_or(ty), &quote!(#private::ReadText));
        read_text(krate, ty, text)
    };
    let read = match place {
        OnTheWire::Member(_) => return None,
        OnTheWire::Flattened => {
            bounds.require(ty, &quote!(#private::ReadMember));
            let declared = origins.iter().filter_map(Origin::member);
            quote!(#input.flattened::<#ty>(&[#(#declared),*]))
        }
        OnTheWire::Header(name) => read_text(&quote!(#input.header(#name))),
        OnTheWire::Instance => read_text(&quote!(#input.instance())),
        OnTheWire::RetryAfter => {
            bounds.require(ty, &quote!(#private::ReadRetryAfter));
            quote!(<#ty as #private::ReadRetryAfter>::read(#input.retry_after()))
        }
        OnTheWire::Status => quote!(<#ty as #private::ReadStatus>::read(#input.status())),
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
        let Origin::OnTheWire { place: OnTheWire::Member(name), or_default } = origin else { continue };
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
