//! Generates the impl of `Problem`.

use super::arms::{Arm, binding, local, match_self};
use super::constant;
use super::format::{format_args, format_instance};
use super::frameworks::{Fit, frameworks};
use crate::bounds::Bounds;
use crate::model::{
    self, Detail, Extension, Header, HeaderValue, Instance, Occurrence, ProblemType, Sending, Status,
};
use crate::shared::status::sentence;
use crate::shared::type_uri::ABOUT_BLANK;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

type Model<'a> = model::Model<'a, Sending>;
type Variant<'a> = model::Variant<'a, Sending>;

pub(crate) fn problem(model: &Model<'_>) -> TokenStream {
    let ident = &model.original.ident;
    let krate = &model.krate;
    let (impl_generics, ty_generics, _) = model.original.generics.split_for_impl();
    let mut bounds = Bounds::new(model.original);
    bounds.require_of_self(&quote!(::core::error::Error));
    let methods = [
        Some(problem_type(model, &mut bounds)),
        fmt_detail(model, &mut bounds),
        fmt_instance(model, &mut bounds),
        write_extensions(model, &mut bounds),
        write_headers(model, &mut bounds),
        constant_method(model),
    ];
    let methods = methods.into_iter().flatten();
    let predicates = bounds.into_predicates();
    let frameworks = frameworks(model.original, krate, &model.frameworks, Fit::Checked);
    // Deprecated items and qualified types are the user's own, and an inferred bound may repeat one of the user's.
    quote! {
        #[automatically_derived]
        #[allow(deprecated, unused_qualifications, clippy::trait_duplication_in_bounds)]
        impl #impl_generics #krate::Problem for #ident #ty_generics
        where
            #(#predicates,)*
        {
            #(#methods)*
        }

        #frameworks
    }
}

fn problem_type(model: &Model<'_>, bounds: &mut Bounds) -> TokenStream {
    let krate = &model.krate;
    let body = match_self(model, &TokenStream::new(), &mut |variant| {
        Some(match &variant.meaning {
            Sending::Transparent(inner) => {
                bounds.require(variant.fields[*inner].ty, &quote!(#krate::Problem));
                delegate(krate, variant, *inner, "problem_type", None)
            }
            Sending::Occurrence(occurrence) => occurrence_type(krate, variant, occurrence),
        })
    });
    let body = body.unwrap_or_else(|| quote!(match *self {}));
    quote! {
        fn problem_type(&self) -> #krate::ProblemType<'_> {
            #body
        }
    }
}

fn occurrence_type(krate: &TokenStream, variant: &Variant<'_>, occurrence: &Occurrence) -> Arm {
    let problem_type = &occurrence.problem_type;
    match occurrence.status {
        Status::Fixed(code) => {
            let (type_uri, title) = constant::uri_and_title(problem_type, code);
            let json = constant::type_members(problem_type, code);
            let code = Literal::u16_unsuffixed(code);
            Arm::new(quote!(#krate::__private::literal_type(#code, #type_uri, #title, #json)))
        }
        Status::Field(field) => {
            let ty = variant.fields[field].ty;
            let status = binding(variant, field, Span::mixed_site());
            let (type_uri, title) = match problem_type {
                ProblemType::Blank => (ABOUT_BLANK, quote!(::core::option::Option::None)),
                ProblemType::Own { uri, title } => (&**uri, quote!(::core::option::Option::Some(#title))),
            };
            Arm::with(field, quote!(#krate::__private::type_with_status::<#ty>(#status, #type_uri, #title)))
        }
    }
}

fn fmt_detail(model: &Model<'_>, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let f = local("formatter");
    // If no variant declares a detail, the default method of the trait suffices.
    let is_declared = model.variants.iter().any(|variant| match &variant.meaning {
        Sending::Transparent(_) => true,
        Sending::Occurrence(occurrence) => !matches!(occurrence.detail, Detail::Standard),
    });
    let body = match_self(model, &TokenStream::new(), &mut |variant| {
        Some(match &variant.meaning {
            Sending::Transparent(inner) => delegate(krate, variant, *inner, "fmt_detail", Some(&f)),
            Sending::Occurrence(occurrence) => match (&occurrence.detail, occurrence.status) {
                (Detail::Standard, Status::Fixed(code)) => {
                    let text = sentence(code);
                    Arm::new(quote!(#f.write_str(#text)))
                }
                (Detail::Standard, Status::Field(_)) => Arm::new(quote! {
                    #krate::__private::write_standard_detail(#f, #krate::Problem::http_status(self))
                }),
                (Detail::Text(text), _) => Arm::new(quote!(#f.write_str(#text))),
                (Detail::Display(span), _) => {
                    Arm::new(quote_spanned!(*span=> ::core::fmt::Display::fmt(self, #f)))
                }
                (Detail::Template(formatted), _) => {
                    let arguments = format_args(krate, variant, formatted, bounds);
                    Arm { fields: formatted.fields(), body: quote!(#f.write_fmt(#arguments)) }
                }
            },
        })
    })?;
    is_declared.then(|| formatting_method("fmt_detail", &f, &body))
}

fn fmt_instance(model: &Model<'_>, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let f = local("formatter");
    let nothing = quote!(::core::fmt::Result::Ok(()));
    let body = match_self(model, &nothing, &mut |variant| match &variant.meaning {
        Sending::Transparent(inner) => Some(delegate(krate, variant, *inner, "fmt_instance", Some(&f))),
        Sending::Occurrence(occurrence) => match &occurrence.instance {
            Instance::None => None,
            Instance::Text(text) => Some(Arm::new(quote!(#f.write_str(#text)))),
            Instance::Template(formatted) => {
                let body = format_instance(krate, variant, formatted, &f, bounds);
                Some(Arm { fields: formatted.fields(), body })
            }
            Instance::Field(field) => {
                let given = given(krate, variant, *field, bounds);
                Some(Arm::with(*field, quote!(#krate::__private::write_reference(#f, #given))))
            }
        },
    })?;
    Some(formatting_method("fmt_instance", &f, &body))
}

fn formatting_method(name: &str, f: &Ident, body: &TokenStream) -> TokenStream {
    let name = Ident::new(name, Span::call_site());
    quote! {
        fn #name(&self, #f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            #body
        }
    }
}

fn write_extensions(model: &Model<'_>, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let members = local("members");
    let body = match_self(model, &quote!({}), &mut |variant| match &variant.meaning {
        Sending::Transparent(inner) => {
            Some(delegate(krate, variant, *inner, "write_extensions", Some(&members)))
        }
        Sending::Occurrence(occurrence) if occurrence.extensions.is_empty() => None,
        Sending::Occurrence(occurrence) => {
            let names: Vec<_> =
                occurrence.extensions.iter().filter_map(|extension| extension.name.as_ref()).collect();
            let statements = occurrence.extensions.iter().map(|Extension { field, name }| {
                let ty = variant.fields[*field].ty;
                bounds.require(ty, &quote!(#krate::__private::Serialize));
                let value = binding(variant, *field, Span::mixed_site());
                match name {
                    Some(name) => {
                        let key = constant::key(name);
                        quote!(#krate::__private::write_member::<#ty>(#members, #key, #value);)
                    }
                    None => {
                        quote!(#krate::__private::write_flattened::<#ty>(#members, #value, &[#(#names),*]);)
                    }
                }
            });
            let body = quote!({
                #krate::__private::begin_members(#members);
                #(#statements)*
            });
            let fields = occurrence.extensions.iter().map(|extension| extension.field).collect();
            Some(Arm { fields, body })
        }
    })?;
    Some(quote! {
        fn write_extensions(&self, #members: &mut #krate::Members<'_>) {
            #body
        }
    })
}

fn write_headers(model: &Model<'_>, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let headers = local("headers");
    let body = match_self(model, &quote!({}), &mut |variant| match &variant.meaning {
        Sending::Transparent(inner) => {
            Some(delegate(krate, variant, *inner, "write_headers", Some(&headers)))
        }
        Sending::Occurrence(occurrence) if occurrence.headers.is_empty() => None,
        Sending::Occurrence(occurrence) => {
            let statements =
                occurrence.headers.iter().map(|header| append(krate, variant, header, &headers, bounds));
            let body = quote!({ #(#statements)* });
            let fields = occurrence.headers.iter().flat_map(|header| header.value.fields()).collect();
            Some(Arm { fields, body })
        }
    })?;
    Some(quote! {
        fn write_headers(&self, #headers: &mut #krate::__private::http::HeaderMap) {
            #body
        }
    })
}

/// Returns the statement that appends one header field.
fn append(
    krate: &TokenStream,
    variant: &Variant<'_>,
    header: &Header,
    headers: &Ident,
    bounds: &mut Bounds,
) -> TokenStream {
    let private = quote!(#krate::__private);
    let static_value = |text: &str| quote!(const { #private::http::HeaderValue::from_static(#text) });
    let typed = |field: usize| (variant.fields[field].ty, binding(variant, field, Span::mixed_site()));
    let Header { name, value } = header;
    let name = quote!(const { #private::http::HeaderName::from_static(#name) });
    match value {
        HeaderValue::Text(text) => {
            let text = static_value(text);
            quote!(#private::append_static_header(#headers, #name, #text);)
        }
        HeaderValue::Template(formatted) => {
            let value = format_args(krate, variant, formatted, bounds);
            quote!(#private::append_header(#headers, #name, ::core::option::Option::Some(&#value));)
        }
        HeaderValue::Field(field) => {
            let value = given(krate, variant, *field, bounds);
            quote!(#private::append_header(#headers, #name, #value);)
        }
        HeaderValue::RequiredField(field) => {
            let (ty, value) = typed(*field);
            bounds.require(ty, &quote!(::core::fmt::Display));
            quote!(#private::append_required_header::<#ty>(#headers, #name, #value);)
        }
        HeaderValue::RetryAfter(field) => {
            let (ty, delay) = typed(*field);
            bounds.require(ty, &quote!(#private::RetryAfter));
            quote!(#private::append_retry_after::<#ty>(#headers, #delay);)
        }
        HeaderValue::Challenge(text) => {
            let value = static_value(text);
            quote!(#private::append_challenge(#headers, #krate::Problem::http_status(self), #value);)
        }
    }
}

/// Returns the expression that turns a field into an `Option` of its displayable value.
///
/// rustc uses the method of the trait only if the type has no such method itself.
fn given(krate: &TokenStream, variant: &Variant<'_>, field: usize, bounds: &mut Bounds) -> TokenStream {
    let ty = variant.fields[field].ty;
    bounds.require_displayed(ty);
    let span = ty.span();
    let value = binding(variant, field, span);
    quote_spanned! {span=>
        {
            #[allow(unused_imports)]
            use #krate::__private::Given as _;
            #krate::__private::Maybe(#value).__given()
        }
    }
}

fn constant_method(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.krate;
    let constant = quote!(#krate::__private::Constant);
    let body = match_self(model, &quote!(#constant::Nothing), &mut |variant| match &variant.meaning {
        Sending::Transparent(inner) => Some(delegate(krate, variant, *inner, "__constant", None)),
        Sending::Occurrence(occurrence) => {
            let (kind, json) = constant::members(occurrence)?;
            Some(Arm::new(quote!(#constant::#kind(#json))))
        }
    })?;
    Some(quote! {
        fn __constant(&self) -> #constant {
            #body
        }
    })
}

/// Returns a call of the same method on the inner problem.
fn delegate(
    krate: &TokenStream,
    variant: &Variant<'_>,
    inner: usize,
    method: &str,
    argument: Option<&Ident>,
) -> Arm {
    let ty = variant.fields[inner].ty;
    let problem = binding(variant, inner, Span::mixed_site());
    let method = Ident::new(method, Span::call_site());
    let argument = argument.into_iter();
    Arm::with(inner, quote!(<#ty as #krate::Problem>::#method(#problem #(, #argument)*)))
}
