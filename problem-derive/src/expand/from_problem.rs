//! The impls of `FromProblem` and of the conversion that goes with it.

use super::arms::binding;
use super::local;
use crate::bounds;
use crate::model::{Key, Kind, Model, OnTheWire, Origin, Reading, Variant, key};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

pub(crate) fn from_problem(model: &Model<'_>) -> TokenStream {
    let ident = &model.original.ident;
    let krate = &model.krate;
    let details = local("details");
    let private = quote!(#krate::__private);
    let result = quote!(#private::Result<Self, #krate::ProblemDetails>);
    let (impl_generics, ty_generics, _) = model.original.generics.split_for_impl();
    let predicates = bounds::of_from_problem(model);
    let methods = methods(model, &result);
    let (trait_name, method) = match other(model) {
        Some((variant, ty)) => {
            let path = &variant.path;
            let member = &variant.fields[0].member;
            let other = quote! {
                fn from(#details: #krate::ProblemDetails) -> Self {
                    let #details = <Self as #krate::FromProblem>::from_problem(#details);
                    #details.unwrap_or_else(|#details| #path { #member: #private::any_problem::<#ty>(#details) })
                }
            };
            (quote!(From), other)
        }
        None => {
            let method = quote! {
                type Error = #krate::ProblemDetails;

                fn try_from(#details: #krate::ProblemDetails) -> #result {
                    <Self as #krate::FromProblem>::from_problem(#details)
                }
            };
            (quote!(TryFrom), method)
        }
    };
    // The lints are those of the impl of `Problem`.
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
        impl #impl_generics #private::#trait_name<#krate::ProblemDetails> for #ident #ty_generics
        where
            #(#predicates,)*
        {
            #method
        }
    }
}

fn methods(model: &Model<'_>, result: &TokenStream) -> TokenStream {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let (details, attempts, inner) = (local("details"), local("attempts"), local("inner"));
    let of_inner =
        model.variants.iter().filter(|variant| matches!(variant.reading, Some(Reading::Transparent)));
    // One that holds the type itself comes last, or what it holds would be found within it over and over.
    let (recursive, plain): (Vec<_>, Vec<_>) =
        of_inner.partition(|variant| bounds::names_itself(model, variant.fields[0].ty));
    let of_inner = plain.into_iter().chain(recursive).map(|variant| {
        let Variant { path, fields, .. } = variant;
        let (member, ty) = (&fields[0].member, fields[0].ty);
        quote! {
            .or_else(|#details| {
                #private::inner::<#ty>(#details, #attempts).map(|#inner| #path { #member: #inner })
            })
        }
    });
    let of_inner: Vec<_> = of_inner.collect();
    let of_other = other(model).map(|(variant, ty)| {
        let path = &variant.path;
        let member = &variant.fields[0].member;
        quote! {
            .or_else(|#details| #private::Result::Ok(#path { #member: #private::any_problem::<#ty>(#details) }))
        }
    });
    let own = own(model);
    if of_inner.is_empty() {
        return quote! {
            fn from_problem(#details: #krate::ProblemDetails) -> #result {
                #private::own::<Self>(#details) #of_other
            }

            #own
        };
    }
    quote! {
        fn from_problem(#details: #krate::ProblemDetails) -> #result {
            <Self as #krate::FromProblem>::__from_inner(#details, &mut #private::Attempts::new())
        }

        fn __from_inner(#details: #krate::ProblemDetails, #attempts: &mut #private::Attempts) -> #result {
            #private::own::<Self>(#details) #(#of_inner)* #of_other
        }

        #own
    }
}

/// The variant for all other problems, and the type it holds them in.
fn other<'a>(model: &'a Model<'_>) -> Option<(&'a Variant<'a>, &'a syn::Type)> {
    let other = model.variants.iter().find(|variant| matches!(variant.reading, Some(Reading::Other)))?;
    Some((other, other.fields[0].ty))
}

/// The method that reads the type's own variants, if there are any.
fn own(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let source = local("source");
    let (mut keys, mut arms) = (Vec::new(), Vec::new());
    for variant in &model.variants {
        let Kind::Occurrence(occurrence) = &variant.kind else { continue };
        if let Some(Reading::Own(origins)) = &variant.reading {
            let index = keys.len();
            let value = value(krate, variant, origins);
            arms.push(quote!(#private::Option::Some(#index) => { #value }));
        }
        // That of a variant that is not read back keeps its problems from those that are.
        keys.push(match key(occurrence) {
            Key::Type(type_uri) => quote!(#private::Key::Type(#type_uri)),
            Key::Status(code) => quote!(#private::Key::Status(#code)),
            Key::AnyStatus => quote!(#private::Key::AnyStatus),
        });
    }
    if arms.is_empty() {
        return None;
    }
    Some(quote! {
        fn __from_source(#source: &#private::Source<'_>) -> #private::Option<Self> {
            match #source.choose(&[#(#keys),*]) {
                #(#arms)*
                _ => #private::Option::None,
            }
        }
    })
}

/// The statements that read the fields of a variant, and its value.
fn value(krate: &TokenStream, variant: &Variant<'_>, origins: &[Origin]) -> TokenStream {
    let private = quote!(#krate::__private);
    let source = local("source");
    let declared: Vec<_> = origins.iter().filter_map(Origin::member).collect();
    let others = origins.iter().zip(&variant.fields).enumerate().filter_map(|(index, (origin, field))| {
        let (ty, bound) = (field.ty, binding(index, Span::mixed_site()));
        let read = match &origin.place {
            None => return Some(quote!(let #bound = <#ty as #private::Default>::default();)),
            Some(OnTheWire::Member(_)) => return None,
            Some(OnTheWire::Flattened) => quote!(#source.flattened::<#ty>(&[#(#declared),*])),
            Some(OnTheWire::Header(name)) => read_text(krate, ty, &quote!(#source.header(#name))),
            Some(OnTheWire::Instance) => read_text(krate, ty, &quote!(#source.instance())),
            Some(OnTheWire::RetryAfter) => {
                quote!(<#ty as #private::ReadRetryAfter>::read(#source.retry_after()))
            }
            Some(OnTheWire::Status) => quote!(<#ty as #private::ReadStatus>::read(#source.status())),
        };
        Some(if origin.or_default {
            quote!(let #bound: #ty = #private::or_default::<#ty>(#read);)
        } else {
            quote!(let #bound: #ty = #read?;)
        })
    });
    let members = members(krate, variant, origins);
    let needs_details = origins.iter().any(|origin| {
        matches!(origin.place, Some(OnTheWire::Flattened | OnTheWire::Instance | OnTheWire::Status))
    });
    let needs_details = needs_details.then(|| quote!(let #source = #source.with_details()?;));
    let path = &variant.path;
    let fields = variant.fields.iter().enumerate().map(|(index, field)| {
        let (member, bound) = (&field.member, binding(index, Span::mixed_site()));
        quote!(#member: #bound)
    });
    quote! {
        #needs_details
        #(#others)*
        #members
        #private::Option::Some(#path { #(#fields),* })
    }
}

/// The statements that read the fields that are extension members.
///
/// They are read by a function of its own, which has a bound for each of them: so rustc reports one that cannot be read
/// once, and under its type.
fn members(krate: &TokenStream, variant: &Variant<'_>, origins: &[Origin]) -> TokenStream {
    let private = quote!(#krate::__private);
    let (source, read) = (local("source"), local("members"));
    let (mut patterns, mut values, mut fields) = (quote!(()), quote!(()), quote!(()));
    let (mut parameters, mut types) = (Vec::new(), Vec::new());
    for (index, (origin, field)) in origins.iter().zip(&variant.fields).enumerate().rev() {
        let Some(name) = origin.member() else { continue };
        let bound = binding(index, Span::mixed_site());
        let parameter = Ident::new(&format!("Member{index}"), Span::mixed_site());
        let default = origin.or_default.then(|| quote!(+ #private::Default));
        let new = if origin.or_default { quote!(or_default) } else { quote!(new) };
        patterns = quote!((#bound, #patterns));
        values = quote!((#parameter, #values));
        fields = quote!((#private::Field::<#parameter>::#new(#name), #fields));
        parameters.push(quote!(#parameter: #private::ReadMember #default));
        types.push(field.ty);
    }
    if types.is_empty() {
        return quote!(#source.members(())?;);
    }
    quote! {
        fn #read<#(#parameters),*>(#source: &#private::Source<'_>) -> #private::Option<#values> {
            #source.members(#fields)
        }
        let #patterns = #read::<#(#types),*>(#source)?;
    }
}

/// A field that is one text, or an `Option` of one.
///
/// The trait is of use where the method is not found at the type itself.
fn read_text(krate: &TokenStream, ty: &syn::Type, text: &TokenStream) -> TokenStream {
    let span = ty.span();
    // With a span of our own, rustc would put its errors at the derive.
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
