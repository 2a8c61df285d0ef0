//! The impls of `FromProblem` and of the conversion that goes with it.

use super::arms::{binding, local};
use crate::bounds::{Bounds, names_itself};
use crate::model::{self, Identity, OnTheWire, Origin, Reading, option_content};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
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
        impl #impl_generics #conversion<#krate::ProblemDetails> for #ident #ty_generics
        where
            #(#predicates,)*
        {
            #method
        }
    }
}

/// Returns the trait that converts details, and its method: with a variant for all other problems, nothing fails.
fn conversion(model: &Model<'_>) -> (TokenStream, TokenStream) {
    let krate = &model.krate;
    let details = local("details");
    let Some((variant, ty)) = other(model) else {
        let result = result(krate);
        let method = quote! {
            type Error = #krate::ProblemDetails;

            fn try_from(#details: #krate::ProblemDetails) -> #result {
                <Self as #krate::FromProblem>::from_problem(#details)
            }
        };
        return (quote!(::core::convert::TryFrom), method);
    };
    let path = &variant.path;
    let member = &variant.fields[0].member;
    let method = quote! {
        fn from(#details: #krate::ProblemDetails) -> Self {
            let #details = <Self as #krate::FromProblem>::from_problem(#details);
            #details.unwrap_or_else(|#details| {
                #path { #member: #krate::__private::hold_details::<#ty>(#details) }
            })
        }
    };
    (quote!(::core::convert::From), method)
}

/// Returns the type of what is read from details: the error, or the details as they were.
fn result(krate: &TokenStream) -> TokenStream {
    quote!(::core::result::Result<Self, #krate::ProblemDetails>)
}

/// Returns the methods: a problem is one of the type's own variants, or one within another error, or else any other.
fn methods(model: &Model<'_>, bounds: &mut Bounds) -> TokenStream {
    let krate = &model.krate;
    let result = result(krate);
    let private = quote!(#krate::__private);
    let (details, attempts) = (local("details"), local("attempts"));
    let within = within(model, bounds);
    let other = other(model).map(|(variant, ty)| {
        let path = &variant.path;
        let member = &variant.fields[0].member;
        quote! {
            .or_else(|#details| ::core::result::Result::Ok(#path { #member: #private::hold_details::<#ty>(#details) }))
        }
    });
    let own = own(model, bounds);
    if within.is_empty() {
        return quote! {
            fn from_problem(#details: #krate::ProblemDetails) -> #result {
                #private::read_variant::<Self>(#details) #other
            }

            #own
        };
    }
    quote! {
        fn from_problem(#details: #krate::ProblemDetails) -> #result {
            <Self as #krate::FromProblem>::__read_nested(#details, &mut #private::Attempts::new())
        }

        fn __read_nested(#details: #krate::ProblemDetails, #attempts: &mut #private::Attempts) -> #result {
            #private::read_variant::<Self>(#details) #(#within)* #other
        }

        #own
    }
}

/// Returns the attempts at each of the errors that transparent variants hold.
fn within(model: &Model<'_>, bounds: &mut Bounds) -> Vec<TokenStream> {
    let krate = &model.krate;
    let (details, attempts, inner) = (local("details"), local("attempts"), local("inner"));
    let transparent = model.variants.iter().filter(|variant| matches!(variant.meaning, Reading::Transparent));
    // One that holds the type itself comes last, or what it holds would be found within it over and over.
    let (recursive, plain): (Vec<_>, Vec<_>) =
        transparent.partition(|variant| names_itself(model.original, variant.fields[0].ty));
    let attempt = |variant: &Variant<'_>| {
        let path = &variant.path;
        let (member, ty) = (&variant.fields[0].member, variant.fields[0].ty);
        bounds.require(ty, &quote!(#krate::FromProblem));
        quote! {
            .or_else(|#details| {
                #krate::__private::read_nested::<#ty>(#details, #attempts).map(|#inner| #path { #member: #inner })
            })
        }
    };
    plain.into_iter().chain(recursive).map(attempt).collect()
}

/// Returns the variant for all other problems, and the type that it holds them in.
fn other<'a>(model: &'a Model<'_>) -> Option<(&'a Variant<'a>, &'a Type)> {
    let other = model.variants.iter().find(|variant| matches!(variant.meaning, Reading::Other))?;
    Some((other, other.fields[0].ty))
}

/// Returns the method that reads the type's own variants, if there are any.
fn own(model: &Model<'_>, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let input = local("input");
    let (mut keys, mut arms) = (Vec::new(), Vec::new());
    for variant in &model.variants {
        let identity = match &variant.meaning {
            // It keeps its problems from the variants that are read back.
            Reading::Skipped(Some(identity)) => identity,
            Reading::Skipped(None) | Reading::Transparent | Reading::Other => continue,
            Reading::Occurrence(identity, origins) => {
                let index = Literal::usize_unsuffixed(keys.len());
                let value = value(krate, variant, origins, bounds);
                arms.push(quote!(::core::option::Option::Some(#index) => { #value }));
                identity
            }
        };
        keys.push(match identity {
            Identity::Type(type_uri) => quote!(#private::Key::Type(#type_uri)),
            Identity::Status(code) => {
                let code = Literal::u16_unsuffixed(*code);
                quote!(#private::Key::Status(#code))
            }
            Identity::AnyStatus => quote!(#private::Key::AnyStatus),
        });
    }
    if arms.is_empty() {
        return None;
    }
    Some(quote! {
        fn __read_variant(#input: &#private::Input<'_>) -> ::core::option::Option<Self> {
            match #input.choose(&[#(#keys),*]) {
                #(#arms)*
                _ => ::core::option::Option::None,
            }
        }
    })
}

/// Returns the statements that read the fields of a variant, and its value.
fn value(krate: &TokenStream, variant: &Variant<'_>, origins: &[Origin], bounds: &mut Bounds) -> TokenStream {
    let input = local("input");
    let others: Vec<_> =
        (0..origins.len()).filter_map(|field| other_field(krate, variant, origins, field, bounds)).collect();
    let members = members(krate, variant, origins, bounds);
    let needs_details = origins.iter().any(|origin| {
        matches!(origin.place, Some(OnTheWire::Flattened | OnTheWire::Instance | OnTheWire::Status))
    });
    let needs_details = needs_details.then(|| quote!(let #input = #input.with_details()?;));
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
    let mut read_text = |text: &TokenStream| {
        bounds.require(option_content(ty).unwrap_or(ty), &quote!(#private::ReadText));
        read_text(krate, ty, text)
    };
    let read = match &origin.place {
        None => quote!(::core::option::Option::None),
        Some(OnTheWire::Member(_)) => return None,
        Some(OnTheWire::Flattened) => {
            bounds.require(ty, &quote!(#private::ReadMember));
            let declared = origins.iter().filter_map(Origin::member);
            quote!(#input.flattened::<#ty>(&[#(#declared),*]))
        }
        Some(OnTheWire::Header(name)) => read_text(&quote!(#input.header(#name))),
        Some(OnTheWire::Instance) => read_text(&quote!(#input.instance())),
        Some(OnTheWire::RetryAfter) => {
            bounds.require(ty, &quote!(#private::ReadRetryAfter));
            quote!(<#ty as #private::ReadRetryAfter>::read(#input.retry_after()))
        }
        Some(OnTheWire::Status) => quote!(<#ty as #private::ReadStatus>::read(#input.status())),
    };
    if origin.or_default {
        bounds.require(ty, &quote!(::core::default::Default));
    }
    Some(match (&origin.place, origin.or_default) {
        (None, _) => quote!(let #bound = <#ty as ::core::default::Default>::default();),
        (Some(_), true) => quote!(let #bound: #ty = #private::or_default::<#ty>(#read);),
        (Some(_), false) => quote!(let #bound: #ty = #read?;),
    })
}

/// Returns the statements that read the fields that are extension members.
///
/// They are read by a function of its own, which has a bound for each of them: so rustc reports one that cannot be read
/// once, and under its type.
fn members(
    krate: &TokenStream,
    variant: &Variant<'_>,
    origins: &[Origin],
    bounds: &mut Bounds,
) -> TokenStream {
    let private = quote!(#krate::__private);
    let (input, read) = (local("input"), local("members"));
    let (mut patterns, mut values, mut fields) = (quote!(()), quote!(()), quote!(()));
    let (mut parameters, mut types) = (Vec::new(), Vec::new());
    for (index, (origin, field)) in origins.iter().zip(&variant.fields).enumerate().rev() {
        let Some(name) = origin.member() else { continue };
        let bound = binding(variant, index, Span::mixed_site());
        let parameter = Ident::new(&format!("Member{index}"), Span::mixed_site());
        bounds.require(field.ty, &quote!(#private::ReadMember));
        if origin.or_default {
            bounds.require(field.ty, &quote!(::core::default::Default));
        }
        let default = origin.or_default.then(|| quote!(+ ::core::default::Default));
        let new = if origin.or_default { quote!(or_default) } else { quote!(new) };
        patterns = quote!((#bound, #patterns));
        values = quote!((#parameter, #values));
        fields = quote!((#private::Member::<#parameter>::#new(#name), #fields));
        parameters.push(quote!(#parameter: #private::ReadMember #default));
        types.push(field.ty);
    }
    if types.is_empty() {
        return quote!(#input.members(())?;);
    }
    quote! {
        fn #read<#(#parameters),*>(#input: &#private::Input<'_>) -> ::core::option::Option<#values> {
            #input.members(#fields)
        }
        let #patterns = #read::<#(#types),*>(#input)?;
    }
}

/// Returns the reading of a field that is one text, or an `Option` of one.
///
/// The trait is of use where the method is not found at the type itself.
fn read_text(krate: &TokenStream, ty: &Type, text: &TokenStream) -> TokenStream {
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
