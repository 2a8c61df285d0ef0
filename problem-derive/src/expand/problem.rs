//! Generates the impl of `Problem`.

use super::additions::{given_field, write_extensions, write_headers};
use super::arms::{Arm, binding, local, located, match_self};
use super::constant;
use super::format::{format_args, format_instance};
use super::frameworks::{Fit, frameworks};
use super::guard::checks;
use super::method::{call_with, given_by};
use crate::bounds::Bounds;
use crate::model::{self, Detail, Instance, Occurrence, ProblemType, Sending, Status};
use crate::shared::status::sentence;
use crate::shared::type_uri::ABOUT_BLANK;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;

pub(super) type Model<'a> = model::Model<'a, Sending>;
pub(super) type Variant<'a> = model::Variant<'a, Sending>;

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
    let checks = checks(model);
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

        #checks
    }
}

fn problem_type(model: &Model<'_>, bounds: &mut Bounds) -> TokenStream {
    let krate = &model.krate;
    let body = match_self(model, &TokenStream::new(), &mut |variant| {
        Some(match &variant.meaning {
            Sending::Transparent(inner, _) => {
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
            let (ty, status) = match &occurrence.status_method {
                Some(method) => {
                    let call = call_with(method, &binding(variant, field, method.span()));
                    (None, quote_spanned!(method.span()=> &#call))
                }
                None => {
                    let ty = variant.fields[field].ty;
                    (Some(quote!(::<#ty>)), binding(variant, field, Span::mixed_site()).to_token_stream())
                }
            };
            let (type_uri, title) = match problem_type {
                ProblemType::Blank => (ABOUT_BLANK, quote!(::core::option::Option::None)),
                ProblemType::Own { uri, title } => (&**uri, quote!(::core::option::Option::Some(#title))),
            };
            Arm::with(field, quote!(#krate::__private::type_with_status #ty (#status, #type_uri, #title)))
        }
    }
}

fn fmt_detail(model: &Model<'_>, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let f = local("formatter");
    // If no variant declares a detail, the default method of the trait suffices.
    let is_declared = model.variants.iter().any(|variant| match &variant.meaning {
        Sending::Transparent(..) => true,
        Sending::Occurrence(occurrence) => !matches!(occurrence.detail, Detail::Standard),
    });
    let body = match_self(model, &TokenStream::new(), &mut |variant| {
        Some(match &variant.meaning {
            Sending::Transparent(inner, _) => delegate(krate, variant, *inner, "fmt_detail", Some(&f)),
            Sending::Occurrence(occurrence) => match (&occurrence.detail, occurrence.status) {
                (Detail::Standard, Status::Fixed(code)) => {
                    let text = sentence(code);
                    Arm::new(quote!(#f.write_str(#text)))
                }
                (Detail::Standard, Status::Field(_)) => Arm::new(quote! {
                    #krate::__private::write_standard_detail(#f, #krate::Problem::http_status(self))
                }),
                (Detail::Text(text), _) => Arm::new(quote!(#f.write_str(#text))),
                (Detail::Display { argument, .. }, _) => {
                    Arm::new(quote_spanned!(*argument=> ::core::fmt::Display::fmt(self, #f)))
                }
                (Detail::Field(field), _) => {
                    let given = given_field(krate, variant, *field, bounds);
                    Arm::with(*field, write_given_detail(krate, &f, &given))
                }
                (Detail::Method(method), _) => {
                    Arm::new(given_by(krate, method, |given| write_given_detail(krate, &f, given)))
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

fn write_given_detail(krate: &TokenStream, f: &Ident, given: &TokenStream) -> TokenStream {
    quote!(#krate::__private::write_given_detail(#f, #given, || #krate::Problem::http_status(self)))
}

fn fmt_instance(model: &Model<'_>, bounds: &mut Bounds) -> Option<TokenStream> {
    let krate = &model.krate;
    let f = local("formatter");
    let nothing = quote!(::core::fmt::Result::Ok(()));
    let body = match_self(model, &nothing, &mut |variant| match &variant.meaning {
        Sending::Transparent(inner, _) => Some(delegate(krate, variant, *inner, "fmt_instance", Some(&f))),
        Sending::Occurrence(occurrence) => match &occurrence.instance {
            Instance::None => None,
            Instance::Text(text) => Some(Arm::new(quote!(#f.write_str(#text)))),
            Instance::Template(formatted) => {
                let body = format_instance(krate, variant, formatted, &f, bounds);
                Some(Arm { fields: formatted.fields(), body })
            }
            Instance::Field(field) => {
                let given = given_field(krate, variant, *field, bounds);
                Some(Arm::with(*field, quote!(#krate::__private::write_reference(#f, #given))))
            }
            Instance::Method(method) => Some(Arm::new(given_by(
                krate,
                method,
                |given| quote!(#krate::__private::write_reference(#f, #given)),
            ))),
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

fn constant_method(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.krate;
    let constant = quote!(#krate::__private::Constant);
    let body = match_self(model, &quote!(#constant::Nothing), &mut |variant| match &variant.meaning {
        Sending::Transparent(inner, additions) => {
            let delegated = delegate(krate, variant, *inner, "__constant", None);
            if additions.extensions.is_empty() {
                return Some(delegated);
            }
            // The whole body of the inner problem lacks the members that come after its own.
            let constant = &delegated.body;
            Some(Arm { body: quote!(#constant.without_body()), ..delegated })
        }
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
pub(super) fn delegate(
    krate: &TokenStream,
    variant: &Variant<'_>,
    inner: usize,
    method: &str,
    argument: Option<&Ident>,
) -> Arm {
    let ty = variant.fields[inner].ty;
    let span = ty.span();
    let problem = binding(variant, inner, span);
    let method = Ident::new(method, Span::call_site().located_at(span));
    let krate = located(krate, span);
    let argument = argument.into_iter();
    // rustc reports a type that is not a problem from the first token of this expression to its last.
    let end = ty.to_token_stream().into_iter().last().map_or(span, |token| token.span());
    let parentheses = quote_spanned!(end=> ());
    let problem = quote_spanned!(span=> #krate::__private::Inner(#problem).__problem #parentheses);
    // The method of the trait is used unless the field is a report.
    let body = quote_spanned! {span=>
        {
            #[allow(unused_imports)]
            use #krate::__private::AnyInner as _;
            #krate::Problem::#method(#krate::__private::inner_problem(#problem) #(, #argument)*)
        }
    };
    Arm::with(inner, body)
}
