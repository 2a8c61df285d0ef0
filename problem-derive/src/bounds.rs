//! What the type parameters must be able to do: only those that are written or read get a bound.

use crate::model::{
    Detail, Formatted, Header, HeaderValue, Instance, Kind, Model, Occurrence, OnTheWire, Reading, Variant,
    option_content,
};
use crate::template::Format;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Type, TypeReference, WherePredicate, parse_quote};

/// The user's where clause with the bounds that an impl of `Problem` needs.
pub(crate) fn of_problem(model: &Model<'_>) -> Vec<WherePredicate> {
    let mut bounds = Bounds::new(model);
    if bounds.parameters.is_empty() {
        return bounds.predicates;
    }
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    bounds.predicates.push(parse_quote!(Self: #private::Error));
    for variant in &model.variants {
        match &variant.kind {
            Kind::Transparent => bounds.require(variant.fields[0].ty, &quote!(#krate::Problem)),
            Kind::Occurrence(occurrence) => bounds.of_occurrence(variant, occurrence, &private),
        }
    }
    bounds.predicates
}

/// The user's where clause with the bounds that an impl of `FromProblem` needs.
pub(crate) fn of_from_problem(model: &Model<'_>) -> Vec<WherePredicate> {
    let mut bounds = Bounds::new(model);
    if bounds.parameters.is_empty() {
        return bounds.predicates;
    }
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    for variant in &model.variants {
        match &variant.reading {
            None | Some(Reading::Other) => {}
            Some(Reading::Transparent) => bounds.require(variant.fields[0].ty, &quote!(#krate::FromProblem)),
            Some(Reading::Own(origins)) => {
                for (origin, field) in origins.iter().zip(&variant.fields) {
                    if origin.or_default {
                        bounds.require(field.ty, &quote!(#private::Default));
                    }
                    match origin.place {
                        Some(OnTheWire::Member(_) | OnTheWire::Flattened) => {
                            bounds.require(field.ty, &quote!(#private::ReadMember));
                        }
                        Some(OnTheWire::Header(_) | OnTheWire::Instance) => {
                            let ty = option_content(field.ty).unwrap_or(field.ty);
                            bounds.require(ty, &quote!(#private::ReadText));
                        }
                        Some(OnTheWire::RetryAfter) => {
                            bounds.require(field.ty, &quote!(#private::ReadRetryAfter));
                        }
                        Some(OnTheWire::Status) | None => {}
                    }
                }
            }
        }
    }
    bounds.predicates
}

/// Whether a type names the one that the model is of.
pub(crate) fn names_itself(model: &Model<'_>, ty: &Type) -> bool {
    let own_name = model.original.ident.unraw();
    begins_path(ty.to_token_stream(), &|name| *name == own_name || name == "Self")
}

struct Bounds {
    parameters: Vec<Ident>,
    own_name: Ident,
    /// The bounds so far, as text.
    seen: Vec<String>,
    predicates: Vec<WherePredicate>,
}

impl Bounds {
    fn new(model: &Model<'_>) -> Self {
        let generics = &model.original.generics;
        let predicates = generics.where_clause.iter().flat_map(|clause| clause.predicates.iter().cloned());
        Self {
            parameters: generics.type_params().map(|param| param.ident.unraw()).collect(),
            own_name: model.original.ident.unraw(),
            seen: Vec::new(),
            predicates: predicates.collect(),
        }
    }

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
                HeaderValue::RequiredField(field) => {
                    self.require(variant.fields[*field].ty, &quote!(#private::Display));
                }
                HeaderValue::RetryAfter(field) => {
                    self.require(variant.fields[*field].ty, &quote!(#private::RetryAfter));
                }
            }
        }
    }

    fn of_formatted(&mut self, variant: &Variant<'_>, formatted: &Formatted, private: &TokenStream) {
        for argument in &formatted.arguments {
            for format in &argument.formats {
                let ty = variant.fields[argument.field].ty;
                // Unlike the other traits, a reference has this one whatever it points to.
                if !(matches!(format, Format::Pointer) && matches!(ty, Type::Reference(_))) {
                    let bound = format_trait(*format);
                    self.require(ty, &quote!(#private::#bound));
                }
            }
        }
    }

    /// A field whose `Display` is sent, or that of the content of its `Option`.
    fn of_displayed(&mut self, variant: &Variant<'_>, field: usize, private: &TokenStream) {
        let ty = match variant.fields[field].ty {
            Type::Reference(TypeReference { mutability: None, elem, .. }) => elem,
            ty => ty,
        };
        self.require(option_content(ty).unwrap_or(ty), &quote!(#private::Display));
    }

    /// Adds a bound if the type mentions a type parameter; one on a concrete type would move rustc's error away from
    /// the field, and one on a type that contains our own would ask for itself.
    ///
    /// A reference does what it points to does, and bounds on two that differ in nothing but their lifetimes would be
    /// ambiguous.
    fn require(&mut self, ty: &Type, bound: &TokenStream) {
        if let Type::Reference(TypeReference { mutability: None, elem, .. }) = ty {
            return self.require(elem, bound);
        }
        let is_generic = begins_path(ty.to_token_stream(), &|name| self.parameters.contains(name));
        let is_recursive = begins_path(ty.to_token_stream(), &|name| *name == self.own_name);
        let text = quote!(#ty: #bound).to_string();
        if is_generic && !is_recursive && !self.seen.contains(&text) {
            self.seen.push(text);
            self.predicates.push(parse_quote!(#ty: #bound));
        }
    }
}

/// Whether a path in a type begins with a name, be it after `self::`; as a later segment, it is that of something else.
fn begins_path(tokens: TokenStream, is_name: &impl Fn(&Ident) -> bool) -> bool {
    let (mut is_beginning, mut after_relative) = (true, false);
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => {
            let begins = std::mem::replace(&mut is_beginning, true);
            after_relative = begins && ["self", "super", "crate"].iter().any(|relative| ident == relative);
            begins && is_name(&ident.unraw())
        }
        TokenTree::Punct(punct) => {
            // Within a type, a colon is half of a `::`.
            is_beginning = punct.as_char() != ':' || after_relative;
            false
        }
        TokenTree::Group(group) => {
            (is_beginning, after_relative) = (true, false);
            begins_path(group.stream(), is_name)
        }
        TokenTree::Literal(_) => false,
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
    Ident::new(name, Span::call_site())
}
