//! The impls: literals, patterns and calls, one method for each member that some variant declares.

mod arms;
mod constant;
mod format;
mod frameworks;
mod from_problem;

use self::arms::{Arm, binding, match_self};
use self::format::{format_args, format_instance};
pub(crate) use self::frameworks::{Fit, frameworks};
pub(crate) use self::from_problem::from_problem;
use crate::bounds;
use crate::model::{
    Detail, Extension, Header, HeaderValue, Instance, Kind, Model, Occurrence, Status, Variant,
};
use crate::shared::status::sentence;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

pub(crate) fn problem(model: &Model<'_>) -> TokenStream {
    let ident = &model.original.ident;
    let krate = &model.krate;
    let (impl_generics, ty_generics, _) = model.original.generics.split_for_impl();
    let predicates = bounds::of_problem(model);
    let methods = [
        Some(problem_type(model)),
        fmt_detail(model),
        fmt_instance(model),
        write_extensions(model),
        write_headers(model),
        constant(model),
    ];
    let methods = methods.into_iter().flatten();
    let frameworks = frameworks(model.original, krate, &model.frameworks, Fit::Checked);
    // What is deprecated is the user's own to name here; their types stand here as they wrote them; and an inferred
    // bound may be one of theirs.
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

/// A parameter of a method, or another local.
///
/// Locals of the user's cannot meet it, and of a constant or unit struct, which a pattern would mean instead, nobody
/// has one by such a name.
fn local(name: &str) -> Ident {
    Ident::new(&format!("problem_{name}"), Span::mixed_site())
}

fn problem_type(model: &Model<'_>) -> TokenStream {
    let krate = &model.krate;
    let body = match_self(model, &TokenStream::new(), &|variant| {
        Some(match &variant.kind {
            Kind::Transparent => delegate(model, variant, "problem_type", None),
            Kind::Occurrence(occurrence) => type_of(krate, variant, occurrence),
        })
    });
    let body = body.unwrap_or_else(|| quote!(match *self {}));
    quote! {
        fn problem_type(&self) -> #krate::ProblemType<'_> {
            #body
        }
    }
}

fn type_of(krate: &TokenStream, variant: &Variant<'_>, occurrence: &Occurrence) -> Arm {
    let Occurrence { type_uri, title, .. } = occurrence;
    match occurrence.status {
        Status::Fixed(code) => {
            let title = title.as_deref().unwrap_or_default();
            let json = constant::type_members(code, type_uri, title);
            Arm::new(quote!(#krate::__private::literal_type(#code, #type_uri, #title, #json)))
        }
        Status::Field(field) => {
            let ty = variant.fields[field].ty;
            let status = binding(field, Span::mixed_site());
            let title = match title {
                Some(title) => quote!(#krate::__private::Option::Some(#title)),
                None => quote!(#krate::__private::Option::None),
            };
            Arm::with(field, quote!(#krate::__private::type_of_field::<#ty>(#status, #type_uri, #title)))
        }
    }
}

fn fmt_detail(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.krate;
    let f = local("formatter");
    // The default of the trait method serves an enum in which no variant has a detail.
    let is_declared = model.variants.iter().any(|variant| match &variant.kind {
        Kind::Transparent => true,
        Kind::Occurrence(occurrence) => !matches!(occurrence.detail, Detail::Standard),
    });
    let body = match_self(model, &TokenStream::new(), &|variant| {
        Some(match &variant.kind {
            Kind::Transparent => delegate(model, variant, "fmt_detail", Some(&f)),
            Kind::Occurrence(occurrence) => match (&occurrence.detail, occurrence.status) {
                (Detail::Standard, Status::Fixed(code)) => {
                    let text = sentence(code);
                    Arm::new(quote!(#f.write_str(#text)))
                }
                (Detail::Standard, Status::Field(_)) => Arm::new(quote! {
                    #krate::__private::write_standard_detail(#f, #krate::Problem::http_status(self))
                }),
                (Detail::Text(text), _) => Arm::new(quote!(#f.write_str(#text))),
                (Detail::Display(span), _) => {
                    Arm::new(quote_spanned!(*span=> #krate::__private::Display::fmt(self, #f)))
                }
                (Detail::Template(formatted), _) => {
                    let arguments = format_args(krate, formatted);
                    Arm { fields: formatted.fields(), body: quote!(#f.write_fmt(#arguments)) }
                }
            },
        })
    })?;
    is_declared.then(|| formatting_method(krate, "fmt_detail", &f, &body))
}

fn fmt_instance(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.krate;
    let f = local("formatter");
    let nothing = quote!(#krate::__private::FmtResult::Ok(()));
    let body = match_self(model, &nothing, &|variant| match &variant.kind {
        Kind::Transparent => Some(delegate(model, variant, "fmt_instance", Some(&f))),
        Kind::Occurrence(occurrence) => match &occurrence.instance {
            Instance::None => None,
            Instance::Text(text) => Some(Arm::new(quote!(#f.write_str(#text)))),
            Instance::Template(formatted) => {
                Some(Arm { fields: formatted.fields(), body: format_instance(krate, formatted, &f) })
            }
            Instance::Field(field) => {
                let given = given(krate, variant, *field);
                Some(Arm::with(*field, quote!(#krate::__private::write_reference(#f, #given))))
            }
        },
    })?;
    Some(formatting_method(krate, "fmt_instance", &f, &body))
}

fn formatting_method(krate: &TokenStream, name: &str, f: &Ident, body: &TokenStream) -> TokenStream {
    let name = Ident::new(name, Span::call_site());
    quote! {
        fn #name(&self, #f: &mut #krate::__private::Formatter<'_>) -> #krate::__private::FmtResult {
            #body
        }
    }
}

fn write_extensions(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.krate;
    let members = local("members");
    let body = match_self(model, &quote!({}), &|variant| match &variant.kind {
        Kind::Transparent => Some(delegate(model, variant, "write_extensions", Some(&members))),
        Kind::Occurrence(occurrence) if occurrence.extensions.is_empty() => None,
        Kind::Occurrence(occurrence) => {
            let names: Vec<_> =
                occurrence.extensions.iter().filter_map(|extension| extension.name.as_ref()).collect();
            let statements = occurrence.extensions.iter().map(|Extension { field, name }| {
                let ty = variant.fields[*field].ty;
                let value = binding(*field, Span::mixed_site());
                match name {
                    Some(name) => {
                        let key = constant::key(name);
                        quote!(#krate::__private::member::<#ty>(#members, #key, #value);)
                    }
                    None => quote!(#krate::__private::flatten::<#ty>(#members, #value, &[#(#names),*]);),
                }
            });
            let fields = occurrence.extensions.iter().map(|extension| extension.field).collect();
            Some(Arm { fields, body: quote!({ #(#statements)* }) })
        }
    })?;
    Some(quote! {
        fn write_extensions(&self, #members: &mut #krate::Members<'_>) {
            #body
        }
    })
}

fn write_headers(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.krate;
    let headers = local("headers");
    let body = match_self(model, &quote!({}), &|variant| match &variant.kind {
        Kind::Transparent => Some(delegate(model, variant, "write_headers", Some(&headers))),
        Kind::Occurrence(occurrence) if occurrence.headers.is_empty() => None,
        Kind::Occurrence(occurrence) => {
            let statements = occurrence.headers.iter().map(|header| append(krate, variant, header, &headers));
            let body = quote!({ #(#statements)* });
            let fields = occurrence.headers.iter().flat_map(|header| header.value.fields()).collect();
            Some(Arm { fields, body })
        }
    })?;
    Some(quote! {
        fn write_headers(&self, #headers: &mut #krate::__private::HeaderMap) {
            #body
        }
    })
}

/// The statement that appends one header field.
fn append(krate: &TokenStream, variant: &Variant<'_>, header: &Header, headers: &Ident) -> TokenStream {
    let private = quote!(#krate::__private);
    let literal_value = |text: &str| quote!(const { #private::HeaderValue::from_static(#text) });
    let name = &header.name;
    let name = quote!(const { #private::HeaderName::from_static(#name) });
    match &header.value {
        HeaderValue::Text(text) => {
            let value = literal_value(text);
            quote!(#private::append_static_header(#headers, #name, #value);)
        }
        HeaderValue::Template(formatted) => {
            let arguments = format_args(krate, formatted);
            quote!(#private::append_header(#headers, #name, #private::Option::Some(&#arguments));)
        }
        HeaderValue::Field(field) => {
            let given = given(krate, variant, *field);
            quote!(#private::append_header(#headers, #name, #given);)
        }
        HeaderValue::RequiredField(field) => {
            let ty = variant.fields[*field].ty;
            let value = binding(*field, Span::mixed_site());
            quote!(#private::append_required_header::<#ty>(#headers, #name, #value);)
        }
        HeaderValue::RetryAfter(field) => {
            let ty = variant.fields[*field].ty;
            let delay = binding(*field, Span::mixed_site());
            quote!(#private::append_retry_after::<#ty>(#headers, #delay);)
        }
        HeaderValue::Challenge(text) => {
            let value = literal_value(text);
            quote!(#private::append_challenge(#headers, #krate::Problem::http_status(self), #value);)
        }
    }
}

/// A field as an `Option` of what it displays.
///
/// The trait is of use where the method is not found at the type itself.
fn given(krate: &TokenStream, variant: &Variant<'_>, field: usize) -> TokenStream {
    let span = variant.fields[field].ty.span();
    let value = binding(field, span);
    quote_spanned! {span=>
        {
            #[allow(unused_imports)]
            use #krate::__private::Given as _;
            #krate::__private::Maybe(#value).__given()
        }
    }
}

fn constant(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.krate;
    let constant = quote!(#krate::__private::Constant);
    let body = match_self(model, &quote!(#constant::Nothing), &|variant| match &variant.kind {
        Kind::Transparent => Some(delegate(model, variant, "__constant", None)),
        Kind::Occurrence(occurrence) => {
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

/// A call of the same method on the inner problem.
fn delegate(model: &Model<'_>, variant: &Variant<'_>, method: &str, argument: Option<&Ident>) -> Arm {
    let krate = &model.krate;
    let ty = variant.fields[0].ty;
    let inner = binding(0, Span::mixed_site());
    let method = Ident::new(method, Span::call_site());
    let argument = argument.into_iter();
    Arm::with(0, quote!(<#ty as #krate::Problem>::#method(#inner #(, #argument)*)))
}
