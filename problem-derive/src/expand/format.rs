//! Format strings, handed to `format_args!` as the user wrote them.

use super::arms::binding;
use super::local;
use crate::model::{FormatArgument, Formatted};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::LitStr;

/// The values as they are.
pub(super) fn format_args(krate: &TokenStream, formatted: &Formatted) -> TokenStream {
    expand(krate, formatted, |value| quote!(#value))
}

/// The values percent-encoded.
pub(super) fn format_instance(krate: &TokenStream, formatted: &Formatted, f: &Ident) -> TokenStream {
    let encoding = local("encoding");
    let span = formatted.literal.span();
    // rustc puts the caret of an error about a value where this begins.
    let located = Ident::new(&encoding.to_string(), encoding.span().located_at(span));
    let arguments = expand(krate, formatted, |value| quote_spanned!(span=> #located.value(#value)));
    quote! {{
        let #encoding = #krate::__private::PercentEncoding::new();
        #encoding.write(#f, #arguments)
    }}
}

fn expand(krate: &TokenStream, formatted: &Formatted, wrap: impl Fn(&Ident) -> TokenStream) -> TokenStream {
    let span = formatted.literal.span();
    let literal = without_gaps(formatted);
    let arguments = formatted.arguments.iter().map(|FormatArgument { field, name, is_count, .. }| {
        let value = binding(*field, span);
        // A width or precision is a `usize`, taken by value; its digits need no encoding.
        let value = if *is_count { quote_spanned!(span=> *#value) } else { wrap(&value) };
        match name {
            Some(name) => {
                let name = Ident::new(&name.to_string(), Span::mixed_site().located_at(span));
                quote!(, #name = #value)
            }
            None => quote!(, #value),
        }
    });
    quote!(#krate::__private::format_args!(#literal #(#arguments)*))
}

/// The format string with the indexes of its tuple fields closed up, since `format_args!` refuses an argument that
/// no placeholder names.
///
/// One without gaps stays the user's own literal, into which rustc's errors can point.
fn without_gaps(formatted: &Formatted) -> LitStr {
    let fields = formatted.fields();
    let is_tuple = formatted.arguments.iter().any(|argument| argument.name.is_none());
    if !is_tuple || fields.iter().copied().eq(0..fields.len()) {
        return formatted.literal.clone();
    }
    let renumber = |index: &str| {
        let field = fields.iter().position(|field| field.to_string() == index);
        field.map_or_else(|| index.to_owned(), |field| field.to_string())
    };
    LitStr::new(&formatted.template.rename(renumber), formatted.literal.span())
}
