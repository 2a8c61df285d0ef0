//! Generates the methods that write the extension members and the header fields.

use super::arms::{Arm, binding, local, match_self};
use super::constant;
use super::format::format_args;
use super::method::{call_ref, given, given_by};
use super::problem::{Model, Variant, delegate};
use crate::bounds::Bounds;
use crate::model::{Extension, ExtensionValue, Header, HeaderValue, Sending};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

pub(super) fn write_extensions(model: &Model<'_>, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let members = local("members");
    let body = match_self(model, &quote!({}), &mut |variant| match &variant.meaning {
        Sending::Transparent(inner, additions) => {
            let delegated = delegate(krate, variant, *inner, "write_extensions", Some(&members));
            let Some(own) = write_members(krate, variant, &additions.extensions, &members, bounds) else {
                return Some(delegated);
            };
            let (inner, own_body) = (&delegated.body, &own.body);
            Some(Arm { fields: [delegated.fields, own.fields].concat(), body: quote!({ #inner; #own_body }) })
        }
        Sending::Occurrence(occurrence) => {
            write_members(krate, variant, &occurrence.additions.extensions, &members, bounds)
        }
    })?;
    Some(quote! {
        fn write_extensions(&self, #members: &mut #krate::Members<'_>) {
            #body
        }
    })
}

fn write_members(
    krate: &TokenStream,
    variant: &Variant<'_>,
    extensions: &[Extension],
    members: &Ident,
    bounds: &mut Bounds,
) -> Option<Arm> {
    if extensions.is_empty() {
        return None;
    }
    let names: Vec<_> = extensions.iter().filter_map(Extension::name).collect();
    let statements = extensions.iter().map(|extension| match extension {
        Extension::Flattened(field) => {
            let ty = variant.fields[*field].ty;
            bounds.require(ty, &quote!(#krate::__private::Serialize));
            let value = binding(variant, *field, Span::mixed_site());
            quote!(#krate::__private::write_flattened::<#ty>(#members, #value, &[#(#names),*]);)
        }
        Extension::Member { name, value } => write_member(krate, variant, name, value, members, bounds),
    });
    let body = quote!({
        #krate::__private::begin_members(#members);
        #(#statements)*
    });
    Some(Arm { fields: extensions.iter().flat_map(Extension::fields).collect(), body })
}

fn write_member(
    krate: &TokenStream,
    variant: &Variant<'_>,
    name: &str,
    value: &ExtensionValue,
    members: &Ident,
    bounds: &mut Bounds,
) -> TokenStream {
    let key = constant::key(name);
    let write = |value: &TokenStream| quote!(#krate::__private::write_member(#members, #key, #value););
    match value {
        ExtensionValue::Json(json) => {
            let (member, length) = (key + json, name.len());
            quote!(#krate::__private::write_constant_member(#members, #member, #length);)
        }
        ExtensionValue::Field(field) => {
            let ty = variant.fields[*field].ty;
            bounds.require(ty, &quote!(#krate::__private::Serialize));
            let value = binding(variant, *field, Span::mixed_site());
            quote!(#krate::__private::write_member::<#ty>(#members, #key, #value);)
        }
        ExtensionValue::Template(formatted) => {
            let text = format_args(krate, variant, formatted, bounds);
            write(&quote!(&#text))
        }
        ExtensionValue::Method(method) => write(&call_ref(method)),
        ExtensionValue::Constant(path) => write(&quote_spanned!(path.span()=> &#path)),
    }
}

pub(super) fn write_headers(model: &Model<'_>, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let headers = local("headers");
    let body = match_self(model, &quote!({}), &mut |variant| match &variant.meaning {
        Sending::Transparent(inner, additions) => {
            let delegated = delegate(krate, variant, *inner, "write_headers", Some(&headers));
            let added = local("added");
            let Some(own) = append_all(krate, variant, &additions.headers, &quote!(&mut #added), bounds)
            else {
                return Some(delegated);
            };
            let (inner, own_body) = (&delegated.body, &own.body);
            let body = quote!({
                #inner;
                let mut #added = #krate::__private::http::HeaderMap::new();
                #own_body
                #krate::__private::append_absent(#headers, #added);
            });
            Some(Arm { fields: [delegated.fields, own.fields].concat(), body })
        }
        Sending::Occurrence(occurrence) => {
            append_all(krate, variant, &occurrence.additions.headers, &quote!(#headers), bounds)
        }
    })?;
    Some(quote! {
        fn write_headers(&self, #headers: &mut #krate::__private::http::HeaderMap) {
            #body
        }
    })
}

fn append_all(
    krate: &TokenStream,
    variant: &Variant<'_>,
    list: &[Header],
    headers: &TokenStream,
    bounds: &mut Bounds,
) -> Option<Arm> {
    let statements: Vec<_> =
        list.iter().map(|header| append(krate, variant, header, headers, bounds)).collect();
    let fields = list.iter().flat_map(|header| header.value.fields()).collect();
    (!list.is_empty()).then(|| Arm { fields, body: quote!({ #(#statements)* }) })
}

/// Returns the statement that appends one header field.
fn append(
    krate: &TokenStream,
    variant: &Variant<'_>,
    header: &Header,
    headers: &TokenStream,
    bounds: &mut Bounds,
) -> TokenStream {
    let private = quote!(#krate::__private);
    let static_value = |text: &str| quote!(const { #private::http::HeaderValue::from_static(#text) });
    let typed = |field: usize| (variant.fields[field].ty, binding(variant, field, Span::mixed_site()));
    let Header { name, value, is_required } = header;
    let name = quote!(const { #private::http::HeaderName::from_static(#name) });
    match value {
        HeaderValue::Text(text) => {
            let text = static_value(text);
            quote!(#private::append_valid_header(#headers, #name, #text);)
        }
        HeaderValue::Template(formatted) => {
            let value = format_args(krate, variant, formatted, bounds);
            quote!(#private::append_header(#headers, #name, ::core::option::Option::Some(&#value));)
        }
        HeaderValue::Field(field) if *is_required => {
            let (ty, value) = typed(*field);
            bounds.require(ty, &quote!(::core::fmt::Display));
            quote!(#private::append_required_header::<#ty>(#headers, #name, #value);)
        }
        HeaderValue::Field(field) => {
            let value = given_field(krate, variant, *field, bounds);
            quote!(#private::append_header(#headers, #name, #value);)
        }
        HeaderValue::Method(method) if *is_required => {
            let value = call_ref(method);
            quote!(#private::append_required_header(#headers, #name, #value);)
        }
        HeaderValue::Method(method) => {
            given_by(krate, method, |value| quote!(#private::append_header(#headers, #name, #value);))
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
        HeaderValue::FallbackChallenge(text) => {
            let value = static_value(text);
            quote!(#private::append_fallback_challenge(#headers, #krate::Problem::http_status(self), #value);)
        }
    }
}

/// Returns the expression that turns a field into an `Option` of its displayable value.
pub(super) fn given_field(
    krate: &TokenStream,
    variant: &Variant<'_>,
    field: usize,
    bounds: &mut Bounds,
) -> TokenStream {
    let ty = variant.fields[field].ty;
    bounds.require_displayed(ty);
    let span = ty.span();
    given(krate, span, &binding(variant, field, span))
}
