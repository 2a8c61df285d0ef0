//! What the type parameters must be able to do: only those that are serialised or formatted get a bound.

use crate::model::{
    Detail, Formatted, Header, HeaderValue, Instance, Kind, Model, Occurrence, Variant, option_content,
};
use crate::template::Format;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::collections::HashSet;
use syn::{Type, WherePredicate, parse_quote};

/// The user's where clause with the bounds that the expansion needs.
pub(crate) fn where_predicates(model: &Model<'_>) -> Vec<WherePredicate> {
    let generics = &model.original.generics;
    let mut predicates: Vec<_> =
        generics.where_clause.iter().flat_map(|clause| clause.predicates.iter().cloned()).collect();
    let parameters: HashSet<String> = generics.type_params().map(|param| param.ident.to_string()).collect();
    if parameters.is_empty() {
        return predicates;
    }
    let private = private(model);
    predicates.push(parse_quote!(Self: #private::Error));
    let own_name = model.original.ident.to_string();
    let mut bounds = Bounds { parameters, own_name, seen: HashSet::new(), predicates };
    for variant in &model.variants {
        match &variant.kind {
            Kind::Transparent => bounds.require(variant.fields[0].ty, &problem(model)),
            Kind::Occurrence(occurrence) => bounds.of_occurrence(variant, occurrence, &private),
        }
    }
    bounds.predicates
}

fn private(model: &Model<'_>) -> TokenStream {
    let krate = &model.krate;
    quote!(#krate::__private)
}

fn problem(model: &Model<'_>) -> TokenStream {
    let krate = &model.krate;
    quote!(#krate::Problem)
}

struct Bounds {
    parameters: HashSet<String>,
    own_name: String,
    seen: HashSet<String>,
    predicates: Vec<WherePredicate>,
}

impl Bounds {
    fn of_occurrence(&mut self, variant: &Variant<'_>, occurrence: &Occurrence, private: &TokenStream) {
        if let Detail::Template(formatted) = &occurrence.detail {
            self.of_formatted(variant, formatted, private);
        }
        match &occurrence.instance {
            Instance::None | Instance::Text(_) => {}
            Instance::Template(formatted) => self.of_formatted(variant, formatted, private),
            Instance::Field(field) => self.of_displayed(variant, *field, private),
        }
        for extension in &occurrence.extensions {
            self.require(variant.fields[extension.field].ty, &quote!(#private::Serialize));
        }
        for Header { value, .. } in &occurrence.headers {
            match value {
                HeaderValue::Text(_) | HeaderValue::Challenge(_) => {}
                HeaderValue::Template(formatted) => self.of_formatted(variant, formatted, private),
                HeaderValue::Field(field) => self.of_displayed(variant, *field, private),
                HeaderValue::RetryAfter(field) => {
                    self.require(variant.fields[*field].ty, &quote!(#private::RetryAfter));
                }
            }
        }
    }

    fn of_formatted(&mut self, variant: &Variant<'_>, formatted: &Formatted, private: &TokenStream) {
        for argument in &formatted.arguments {
            for format in &argument.formats {
                let format = format_trait(*format);
                self.require(variant.fields[argument.field].ty, &quote!(#private::#format));
            }
        }
    }

    /// A field whose `Display` is sent, or that of the content of its `Option`.
    fn of_displayed(&mut self, variant: &Variant<'_>, field: usize, private: &TokenStream) {
        let ty = variant.fields[field].ty;
        self.require(option_content(ty).unwrap_or(ty), &quote!(#private::Display));
    }

    /// Adds a bound if the type mentions a type parameter; one on a concrete type would move rustc's error away from
    /// the field, and one on a type that contains our own would ask for itself.
    fn require(&mut self, ty: &Type, bound: &TokenStream) {
        let is_generic = mentions(ty.to_token_stream(), &|name| self.parameters.contains(name));
        let is_recursive = mentions(ty.to_token_stream(), &|name| name == self.own_name);
        if is_generic && !is_recursive && self.seen.insert(quote!(#ty: #bound).to_string()) {
            self.predicates.push(parse_quote!(#ty: #bound));
        }
    }
}

fn mentions(tokens: TokenStream, is_name: &impl Fn(&str) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is_name(&ident.to_string()),
        TokenTree::Group(group) => mentions(group.stream(), is_name),
        _ => false,
    })
}

fn format_trait(format: Format) -> Ident {
    let name = match format {
        Format::Display => "Display",
        Format::Debug => "Debug",
        Format::LowerHex => "LowerHex",
        Format::UpperHex => "UpperHex",
        Format::Octal => "Octal",
        Format::Binary => "Binary",
        Format::LowerExp => "LowerExp",
        Format::UpperExp => "UpperExp",
        Format::Pointer => "Pointer",
    };
    Ident::new(name, proc_macro2::Span::call_site())
}
