//! Fields that hold an error: the sources of the error crates, and types that look like an error.

use super::input::ungrouped;
use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::{
    Attribute, GenericArgument, Generics, Ident, Path, PathArguments, Type, TypeParamBound, WherePredicate,
};

/// Returns whether the attributes of a field make it the source of the error, or `None` if they do not say.
///
/// These are `#[source]` and `#[from]` of thiserror, `#[error(source)]` of derive_more and `#[snafu(source)]`.
pub(super) fn source_attribute(attributes: &[Attribute]) -> Option<bool> {
    attributes.iter().find_map(|attribute| {
        let path = attribute.path();
        if path.is_ident("source") || path.is_ident("from") {
            return Some(true);
        }
        let is_known = path.is_ident("error") || path.is_ident("snafu");
        let list = attribute.meta.require_list().ok().filter(|_| is_known)?;
        named_source(list.tokens.clone())
    })
}

/// Returns whether a list such as `source`, `source(from(T, f))`, `source(false)` or `not(source)` names the source.
fn named_source(list: TokenStream) -> Option<bool> {
    let tokens: Vec<TokenTree> = list.into_iter().collect();
    tokens.iter().enumerate().find_map(|(index, token)| {
        let TokenTree::Ident(name) = token else { return None };
        let arguments = match tokens.get(index + 1) {
            Some(TokenTree::Group(group)) => group.stream().to_string(),
            _ => String::new(),
        };
        match (name.to_string().as_str(), arguments.as_str()) {
            ("source", "false") | ("not", "source") | ("ignore", "") => Some(false),
            ("source", _) => Some(true),
            _ => None,
        }
    })
}

/// Returns whether a type looks like an error: by its name, by a bound of its parameter, or within a pointer.
///
/// An error behind an alias is not recognised.
pub(super) fn is_error_like(ty: &Type, generics: &Generics) -> bool {
    match ungrouped(ty) {
        Type::Reference(reference) => is_error_like(&reference.elem, generics),
        Type::TraitObject(object) => has_error_bound(object.bounds.iter()),
        Type::Path(ty) => {
            let is_parameter = ty.path.get_ident().is_some_and(|name| is_error_parameter(name, generics));
            let content = pointer_content(&ty.path);
            is_parameter || content.map_or_else(|| names_error(&ty.path), |ty| is_error_like(ty, generics))
        }
        _ => false,
    }
}

/// Returns the type within pointers and an `Option`, whose text is that of the whole.
pub(super) fn displayed_type(ty: &Type) -> &Type {
    match ungrouped(ty) {
        Type::Reference(reference) => displayed_type(&reference.elem),
        Type::Path(path) => pointer_content(&path.path).map_or(ty, displayed_type),
        ty => ty,
    }
}

/// Returns the `T` of a `Box<T>` or of another type that is displayed as its content.
fn pointer_content(path: &Path) -> Option<&Type> {
    let last = path.segments.last()?;
    let is_pointer = ["Box", "Arc", "Rc", "Cow", "Option"].iter().any(|name| last.ident == name);
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    arguments.args.iter().filter(|_| is_pointer).find_map(|argument| match argument {
        GenericArgument::Type(content) => Some(content),
        _ => None,
    })
}

fn names_error(path: &Path) -> bool {
    path.segments.last().is_some_and(|segment| {
        let name = segment.ident.unraw().to_string();
        name == "Report" || name.ends_with("Error") || name.ends_with("Err")
    })
}

fn is_error_parameter(name: &Ident, generics: &Generics) -> bool {
    let declared = generics.type_params().filter(|parameter| parameter.ident == *name);
    let predicates = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let bounded = predicates.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate) => Some(predicate),
        _ => None,
    });
    let is_it = |ty: &Type| matches!(ty, Type::Path(ty) if ty.path.is_ident(name));
    has_error_bound(declared.flat_map(|parameter| &parameter.bounds))
        || has_error_bound(bounded.filter(|predicate| is_it(&predicate.bounded_ty)).flat_map(|it| &it.bounds))
}

fn has_error_bound<'a>(mut bounds: impl Iterator<Item = &'a TypeParamBound>) -> bool {
    // A `Problem` is an error, too.
    let is_error =
        |path: &Path| names_error(path) || path.segments.last().is_some_and(|it| it.ident == "Problem");
    bounds.any(|bound| matches!(bound, TypeParamBound::Trait(bound) if is_error(&bound.path)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_quote;

    #[test]
    fn sources_of_error_crates() {
        for (field, is_source) in [
            (parse_quote!(#[source] cause: Cause), Some(true)),
            (parse_quote!(#[from] cause: Cause), Some(true)),
            (parse_quote!(#[error(source)] cause: Cause), Some(true)),
            (parse_quote!(#[error(not(backtrace), source)] cause: Cause), Some(true)),
            (parse_quote!(#[error(source(optional))] cause: Cause), Some(true)),
            (parse_quote!(#[error(not(source))] source: Cause), Some(false)),
            (parse_quote!(#[error(ignore)] source: Cause), Some(false)),
            (parse_quote!(#[error(backtrace)] source: Cause), None),
            (parse_quote!(#[snafu(source)] cause: Cause), Some(true)),
            (parse_quote!(#[snafu(source(true))] cause: Cause), Some(true)),
            (parse_quote!(#[snafu(backtrace, source(from(Cause, Box::new)))] cause: Cause), Some(true)),
            (parse_quote!(#[snafu(source(false))] source: Cause), Some(false)),
            (parse_quote!(#[snafu(implicit)] source: Cause), None),
            (parse_quote!(#[other(source)] cause: Cause), None),
            (parse_quote!(#[error] #[snafu(backtrace)] #[source] cause: Cause), Some(true)),
            (parse_quote!(cause: Cause), None),
        ] {
            let field: syn::Field = field;
            assert_eq!(source_attribute(&field.attrs), is_source, "{}", quote::quote!(#field));
        }
    }

    #[test]
    fn types_that_look_like_errors() {
        let item: syn::DeriveInput = parse_quote! {
            struct S<'a, E: std::error::Error, T, W: Clone, P: problem_core::Problem>(E) where T: StdError + Send, W: fmt::Display;
        };
        let is_like = |ty: &str| is_error_like(&syn::parse_str(ty).unwrap(), &item.generics);
        for ty in [
            "Error",
            "std::io::Error",
            "DbError",
            "Report",
            "eyre::Report",
            "ParseErr",
            "r#Error",
            "<S as Service>::Error",
            "Generic<u8>::Error",
            "SendError<String>",
            "dyn std::error::Error",
            "&'a (dyn Error + Send)",
            "&mut DbError",
            "Box<dyn StdError + Send + Sync>",
            "std::sync::Arc<DbError>",
            "Rc<Box<Option<DbError>>>",
            "Cow<'a, DbError>",
            "(DbError)",
            "E",
            "Option<E>",
            "T",
            "&'a T",
            "P",
            "Box<dyn Problem + Send>",
        ] {
            assert!(is_like(ty), "{ty}");
        }
        for ty in [
            "String",
            "ErrorCode",
            "ErrorKind",
            "Vec<FieldError>",
            "[DbError; 2]",
            "(DbError, u8)",
            "W",
            "Other",
            "dyn fmt::Display",
            "Result<u8, DbError>",
            "HashMap<String, DbError>",
            "Errors",
            "Problem",
            "Terror2",
            "Error::Kind",
            "fn() -> DbError",
        ] {
            assert!(!is_like(ty), "{ty}");
        }
    }
}
