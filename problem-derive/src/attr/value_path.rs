//! The path of a method or of a constant, as in `detail = Self::text`.

use super::value::up_to_comma;
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{ExprPath, PathArguments, Token};

/// The path of a method that returns the value, or of a constant that is the value.
#[derive(Clone)]
pub(crate) struct ValuePath(ExprPath);

impl ValuePath {
    /// Returns the name, if the path is only a name.
    pub(crate) fn name(&self) -> Option<String> {
        self.0.path.get_ident().map(|name| name.unraw().to_string())
    }

    pub(crate) fn span(&self) -> Span {
        self.0.span()
    }

    /// Returns whether the path names a value rather than a function: the last segment begins with a capital.
    pub(super) fn is_constant(&self) -> bool {
        self.last().is_some_and(|name| name.unraw().to_string().starts_with(char::is_uppercase))
    }

    fn last(&self) -> Option<&Ident> {
        self.0.path.segments.last().map(|segment| &segment.ident)
    }
}

impl ToTokens for ValuePath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}

/// Reads a path, which must be followed by the end of the value.
pub(super) fn read_method(input: ParseStream<'_>, expected: &str) -> syn::Result<ValuePath> {
    let ahead = input.fork();
    if let Ok(path) = ahead.parse::<ExprPath>() {
        if ends_value(&ahead) && !has_parentheses(&path) {
            return input.parse().map(ValuePath);
        }
    }
    Err(syn::Error::new_spanned(up_to_comma(input), expected))
}

/// Returns whether a value may end here. An error about the tokens that follow is reported separately.
pub(super) fn ends_value(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,]) || input.peek(Token![;]) || input.peek(Ident::peek_any)
}

fn has_parentheses(path: &ExprPath) -> bool {
    path.path.segments.iter().any(|segment| matches!(segment.arguments, PathArguments::Parenthesized(_)))
}
